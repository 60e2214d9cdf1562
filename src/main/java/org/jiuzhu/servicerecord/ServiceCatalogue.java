package org.jiuzhu.servicerecord;

import java.util.List;
import org.jiuzhu.servicerecord.ServiceItem.Group;

/** The services that a place's notice lists, and what it calls them; the codes are the same everywhere. */
public enum ServiceCatalogue {
    /** SJ 附件: the five groups of its form. */
    FIVE,
    /** CS 二, CN 三(四)1: six services, the fourth 资源整合对接. */
    SIX;

    static ServiceCatalogue of(int groups) {
        return groups == FIVE.groups().size() ? FIVE : SIX;
    }

    public List<Group> groups() {
        return this == FIVE ? List.of(Group.S1, Group.S2, Group.S3, Group.S4, Group.S5) : List.of(Group.values());
    }

    /** The message key of a group's name, below {@code servicerecord.}. */
    public String nameOf(Group group) {
        return this == SIX && group == Group.S4 ? "group.S4.ofSix" : "group." + group;
    }
}
