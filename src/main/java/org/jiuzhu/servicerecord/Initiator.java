package org.jiuzhu.servicerecord;

/** 发起方 (SJ 附件). */
public enum Initiator {
    RESIDENT,
    CONSULTANT
}
