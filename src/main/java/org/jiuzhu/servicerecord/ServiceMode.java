package org.jiuzhu.servicerecord;

/** 服务方式 (SJ 附件): one per record. */
public enum ServiceMode {
    VISIT,
    RECEPTION,
    PHONE,
    WECHAT,
    BUILDING_VIDEO,
    OTHER
}
