package org.jiuzhu.household;

/** What is known about somebody, field by field (HT 三(一)2(2)), each with its own source and day. */
public enum PersonField {
    NAME("name", Kind.TEXT),
    ID_NUMBER("idNumber", Kind.NUMBER),
    PHONE("phone", Kind.NUMBER),
    SEX("sex", Kind.CODE),
    BIRTH_DATE("birthDate", Kind.DATE),
    CATEGORIES("categories", Kind.CODES),
    POLICY_FIND("policyFind", Kind.CODES),
    SUPPORT_MODE("supportMode", Kind.CODE),
    HUKOU_KIND("hukouKind", Kind.CODE),
    HUKOU_ADDRESS("hukouAddress", Kind.TEXT),
    HUKOU_COMMITTEE("hukouCommittee", Kind.UNIT),
    RESIDENCE_ADDRESS("residenceAddress", Kind.TEXT),
    MARITAL_STATUS("maritalStatus", Kind.CODE),
    EMPLOYMENT("employment", Kind.CODE),
    SEVERE_ILLNESS("severeIllness", Kind.TEXT),
    SEVERE_ILLNESS_ON("severeIllnessOn", Kind.DATE),
    DISABILITY_KIND("disabilityKind", Kind.CODE),
    DISABILITY_GRADE("disabilityGrade", Kind.TEXT),
    DISABILITY_CERTIFICATE("disabilityCertificate", Kind.NUMBER),
    SELF_CARE("selfCare", Kind.CODE),
    GUARDIAN("guardian", Kind.TEXT),
    SPECIAL_CARE("specialCare", Kind.CODE),
    ILLNESS_ALERT_ON("illnessAlertOn", Kind.DATE),
    EXTRA_TIER("extraTier", Kind.CODE);

    /** How a value is written down and read out. */
    public enum Kind {
        TEXT,
        /** Identifies somebody: shown in part. */
        NUMBER,
        DATE,
        CODE,
        /** Codes between commas. */
        CODES,
        /** A unit of the network by its code. */
        UNIT
    }

    private final String key;
    private final Kind kind;

    PersonField(String key, Kind kind) {
        this.key = key;
        this.kind = kind;
    }

    /** Its name in forms and messages. */
    public String key() {
        return key;
    }

    public Kind kind() {
        return kind;
    }
}
