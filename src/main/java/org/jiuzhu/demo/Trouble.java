package org.jiuzhu.demo;

import java.util.Set;
import org.jiuzhu.household.PersonDetails;
import org.jiuzhu.household.PersonDetails.Employment;
import org.jiuzhu.household.SafetyFlag;

/** What a household of the demo is in trouble with, as somebody tells it on the telephone. */
enum Trouble {
    ILLNESS("刚出院，后面还要长期治疗，自费的部分付不起，已经向亲戚借了三万。"),
    DISABILITY("家里有残疾人要照顾，护理和康复花费大，照顾的人自己也快撑不住了。"),
    CHILD("带着孩子过，收入不稳，孩子的午餐费和辅导费都要想办法。"),
    ALONE("老人一个人住，上个月摔过一跤，买菜做饭越来越吃力，子女都在外地。"),
    WORK("厂里停工以后一直没找到活，房租已经欠了两个月，想问有没有合适的工作。"),
    MEDICINE("每月药费两千多，退休金不够用，已经自己减了量在吃。");

    /** The story that every street has, so that it can be followed under each of the five notices. */
    static final String EVERYWHERE = "住院以后药费多了一大截，两个月没敢去复诊，希望有人来看看能帮什么。";

    private final String told;

    Trouble(String told) {
        this.told = told;
    }

    String told() {
        return told;
    }

    static Trouble of(PersonDetails head, Set<SafetyFlag> flags) {
        if (head.severeIllness() != null) {
            return ILLNESS;
        }
        if (head.disabilityKind() != null || flags.contains(SafetyFlag.DISABLED)) {
            return DISABILITY;
        }
        if (flags.contains(SafetyFlag.MINOR)) {
            return CHILD;
        }
        if (flags.contains(SafetyFlag.ELDERLY_ALONE)) {
            return ALONE;
        }
        return head.employment() == Employment.SEEKING || head.employment() == Employment.FLEXIBLE ? WORK : MEDICINE;
    }
}
