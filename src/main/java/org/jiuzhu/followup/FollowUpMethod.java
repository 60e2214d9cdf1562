package org.jiuzhu.followup;

public enum FollowUpMethod {
    VISIT,
    RECEPTION,
    PHONE,
    WECHAT
}
