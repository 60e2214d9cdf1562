package org.jiuzhu.servicerecord;

import java.util.Arrays;
import java.util.List;

/** 救助服务内容 (SJ 附件): two items in each of five groups, in the form's order. */
public enum ServiceItem {
    S11,
    S12,
    S21,
    S22,
    S31,
    S32,
    S41,
    S42,
    S51,
    S52;

    public enum Group {
        S1,
        S2,
        S3,
        S4,
        S5;

        public List<ServiceItem> items() {
            return Arrays.stream(ServiceItem.values())
                    .filter(item -> item.group() == this)
                    .toList();
        }
    }

    public Group group() {
        return Group.valueOf(name().substring(0, 2));
    }
}
