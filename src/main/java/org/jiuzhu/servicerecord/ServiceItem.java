package org.jiuzhu.servicerecord;

import java.util.Arrays;
import java.util.List;

/** 救助服务内容: ten items in the five groups of SJ's form, in its order, and the sixth service of CS 二(六). */
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
    S52,
    S61;

    public enum Group {
        S1,
        S2,
        S3,
        S4,
        S5,
        S6;

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
