package org.jiuzhu.household;

/** Where something known about somebody comes from (HT 三(一)2(2): 民政、就业、住房、医疗等各类民生数据，村居排摸). */
public enum FieldSource {
    SELF_DECLARED,
    CONSULTANT_VISIT,
    CIVIL_AFFAIRS,
    EMPLOYMENT_DATA,
    HOUSING_DATA,
    MEDICAL_DATA,
    IMPORT,
    /** Typed in when somebody was registered, without a word where it came from. */
    REGISTRATION
}
