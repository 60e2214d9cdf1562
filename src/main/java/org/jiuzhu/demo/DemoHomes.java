package org.jiuzhu.demo;

import static org.jiuzhu.demo.Resident.child;
import static org.jiuzhu.demo.Resident.grandchild;
import static org.jiuzhu.demo.Resident.head;
import static org.jiuzhu.demo.Resident.spouse;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jiuzhu.household.AssistanceCategory;
import org.jiuzhu.household.ChangeKind;
import org.jiuzhu.household.FieldSource;
import org.jiuzhu.household.PersonDetails.DisabilityKind;
import org.jiuzhu.household.PersonDetails.Employment;
import org.jiuzhu.household.PersonDetails.HukouKind;
import org.jiuzhu.household.PersonDetails.MaritalStatus;
import org.jiuzhu.household.PersonDetails.SelfCare;
import org.jiuzhu.household.SafetyFlag;
import org.jiuzhu.household.SupportMode;

/**
 * The 155 households of the four streets beside 松鹤: thirteen kinds at each point, told again and again with other
 * people, always the same; {@link NamedHomes} stand in for some.
 */
final class DemoHomes {

    /** A kind of household, and how many it has. */
    private enum Kind {
        ELDER_ALONE(1, SafetyFlag.ELDERLY_ALONE),
        ELDERLY_COUPLE(2),
        DESTITUTE_AT_HOME(1),
        DESTITUTE_IN_A_HOME(1),
        SINGLE_PARENT(2, SafetyFlag.MINOR),
        SERIOUSLY_ILL(2),
        DISABLED_CHILD(2, SafetyFlag.DISABLED),
        GRANDPARENT(2, SafetyFlag.MINOR),
        GRADUATE(2),
        LOW_PAID(3, SafetyFlag.MINOR),
        NEWCOMER(1),
        ILLNESS_ALERT(1),
        NOT_YET_KNOWN(1);

        private final int size;
        private final Set<SafetyFlag> flags;

        Kind(int size, SafetyFlag... flags) {
            this.size = size;
            this.flags = Set.of(flags);
        }
    }

    /** Roads of estates, and groups of villages. */
    private static final Map<String, String> ROADS = Map.ofEntries(
            Map.entry(DemoNetwork.YUNDONG, "云示路 %d 弄"),
            Map.entry(DemoNetwork.FANYING, "帆示路 %d 弄"),
            Map.entry(DemoNetwork.YUNXI, "云西村 %d 组"),
            Map.entry(DemoNetwork.ZHIYUAN, "知示路 %d 弄"),
            Map.entry(DemoNetwork.XINGJIAN, "行示路 %d 弄"),
            Map.entry(DemoNetwork.ZHIXIN, "新示路 %d 弄"),
            Map.entry(DemoNetwork.PUAN, "普示路 %d 弄"),
            Map.entry(DemoNetwork.HEFENG, "和示路 %d 弄"),
            Map.entry(DemoNetwork.PUNING, "宁示路 %d 弄"),
            Map.entry(DemoNetwork.XINGHE, "星示路 %d 弄"),
            Map.entry(DemoNetwork.XINGCHEN, "辰示路 %d 弄"),
            Map.entry(DemoNetwork.HANGDAO, "航道村 %d 组"));

    private static final List<String> ILLNESSES = List.of("尿毒症", "恶性肿瘤", "脑梗死后遗症", "重症肌无力", "白血病", "冠心病（搭桥术后）");

    private static final List<DisabilityKind> DISABILITIES = List.of(DisabilityKind.values());

    private static final List<FieldSource> SOURCES = List.of(
            FieldSource.CIVIL_AFFAIRS,
            FieldSource.CONSULTANT_VISIT,
            FieldSource.IMPORT,
            FieldSource.MEDICAL_DATA,
            FieldSource.SELF_DECLARED);

    private static final String[] MINORITY_NAMES = {"古丽·", "巴特尔·", "卓玛·", "阿依努尔·"};

    /** Which kinds a household written by hand may take the place of. */
    private static final List<Kind> STOOD_IN_FOR =
            List.of(Kind.ILLNESS_ALERT, Kind.DESTITUTE_IN_A_HOME, Kind.ELDERLY_COUPLE, Kind.LOW_PAID);

    /** Nine points have a single parent with two children. */
    private static final int SECOND_CHILDREN = 9;

    private final MadeUpNames names = new MadeUpNames();
    private int pointOfStreet;
    private int home;
    private int person;
    private int secondChildren;

    List<Home> all() {
        List<Home> homes = new ArrayList<>();
        for (String street : DemoNetwork.STREETS) {
            if (!street.equals(DemoNetwork.SONGHE)) {
                for (int point = 1; point <= 3; point++) {
                    pointOfStreet = point;
                    homes.addAll(at(street + "00" + point));
                }
            }
        }
        return homes;
    }

    private List<Home> at(String point) {
        List<Home> homes = new ArrayList<>(NamedHomes.at(point));
        List<Kind> kinds = new ArrayList<>(Arrays.asList(Kind.values()));
        for (Home named : homes) {
            kinds.remove(STOOD_IN_FOR.stream()
                    .filter(kind ->
                            kinds.contains(kind) && kind.size == named.members().size())
                    .findFirst()
                    .orElseThrow());
        }
        if (point.equals(DemoNetwork.PUNING)) {
            kinds.remove(Kind.NOT_YET_KNOWN);
        }
        kinds.forEach(kind -> homes.add(home(point, kind)));
        return homes;
    }

    private Home home(String point, Kind kind) {
        int n = home++;
        String roads = Objects.requireNonNull(ROADS.get(point));
        boolean village = roads.contains("村");
        List<Resident> members = new ArrayList<>(members(kind, n, village));
        Resident head = members.get(0);
        if (n % 6 != 0) {
            head.phone(n % 7 == 3 ? "021-5556%04d".formatted(1000 + n) : "138000%05d".formatted(10_000 + n));
        }
        if (point.startsWith(DemoNetwork.PUHE) && kind.flags.size() == 1 && kind != Kind.LOW_PAID) {
            members.get(members.size() - 1).specialCare();
        }
        members.forEach(member -> {
            member.knownFrom(SOURCES.get(n % SOURCES.size()), n % 11);
            if (village) {
                member.rural();
            }
        });
        String road = roads.formatted(village ? n % 7 + 1 : 10 + n % 5 * 12);
        String room = village ? "%d 号".formatted(n % 40 + 1) : "%d 号 %d0%d 室".formatted(n + 1, n % 6 + 1, n % 3 + 1);
        return new Home(point, road, room, kind.flags, members);
    }

    private List<Resident> members(Kind kind, int n, boolean village) {
        String surname = names.surname();
        AssistanceCategory dibao = village ? AssistanceCategory.DIBAO_RURAL : AssistanceCategory.DIBAO_URBAN;
        return switch (kind) {
            case ELDER_ALONE ->
                List.of(head(names.of(surname), born(1938 + n % 15, n % 3 == 0))
                        .is(one(pointOfStreet, dibao, AssistanceCategory.SPECIAL_AID, AssistanceCategory.MARGINAL))
                        .married(MaritalStatus.WIDOWED)
                        .works(Employment.RETIRED)
                        .selfCare(one(n, SelfCare.FULL, SelfCare.PARTLY)));
            case ELDERLY_COUPLE ->
                List.of(
                        head(names.of(surname), born(1946 + n % 8, true))
                                .is(one(n, dibao, AssistanceCategory.MARGINAL))
                                .married(MaritalStatus.MARRIED)
                                .works(Employment.RETIRED)
                                .changed(one(n, ChangeKind.ACCIDENT, ChangeKind.INCOME), 1 + n % 9),
                        spouse(names.of(names.surname()), born(1949 + n % 7, false))
                                .is(one(n, dibao, AssistanceCategory.MARGINAL))
                                .works(Employment.RETIRED));
            case DESTITUTE_AT_HOME ->
                List.of(head(names.of(surname), born(1944 + n % 19, n % 4 != 0))
                        .destitute(SupportMode.DISPERSED)
                        .married(MaritalStatus.SINGLE)
                        .works(Employment.RETIRED)
                        .selfCare(one(n, SelfCare.PARTLY, SelfCare.FULL)));
            case DESTITUTE_IN_A_HOME ->
                List.of(head(names.of(surname), born(1941 + n % 17, n % 2 == 0))
                        .destitute(SupportMode.CENTRAL)
                        .married(MaritalStatus.SINGLE)
                        .works(Employment.RETIRED)
                        .selfCare(SelfCare.NONE));
            case SINGLE_PARENT -> singleParent(surname, one(n, AssistanceCategory.MARGINAL, dibao));
            case SERIOUSLY_ILL ->
                List.of(
                        head(names.of(surname), born(1962 + n % 14, n % 2 == 0))
                                .is(AssistanceCategory.EXPENDITURE)
                                .married(MaritalStatus.MARRIED)
                                .works(Employment.UNABLE)
                                .ill(ILLNESSES.get(n % ILLNESSES.size()), 2 + n % 13)
                                .changed(ChangeKind.SERIOUS_ILLNESS, 2 + n % 13)
                                .selfCare(SelfCare.PARTLY),
                        spouse(names.of(names.surname()), born(1964 + n % 12, n % 2 != 0))
                                .is(AssistanceCategory.EXPENDITURE)
                                .works(Employment.FLEXIBLE));
            case DISABLED_CHILD -> disabledChild(surname, dibao, n);
            case GRANDPARENT -> grandparent(surname, n);
            case GRADUATE ->
                List.of(
                        head(names.of(surname), born(1970 + n % 7, n % 2 == 0))
                                .is(AssistanceCategory.MARGINAL)
                                .married(MaritalStatus.DIVORCED)
                                .works(Employment.FLEXIBLE),
                        child(names.of(surname), born(one(n, 2003, 2006), n % 3 == 0))
                                .is(AssistanceCategory.MARGINAL)
                                .married(MaritalStatus.SINGLE)
                                .works(one(n, Employment.SEEKING, Employment.STUDENT)));
            case LOW_PAID -> lowPaid(surname, n);
            case NEWCOMER ->
                List.of(head(
                                names.of(n % 2 == 0 ? one(n / 2, MINORITY_NAMES) : surname),
                                born(1986 + n % 12, n % 2 == 0))
                        .is(AssistanceCategory.TEMPORARY_APPLICANT)
                        .registeredAt(HukouKind.OTHER_PROVINCE, "外省示意县")
                        .married(MaritalStatus.SINGLE)
                        .works(one(n, Employment.SEEKING, Employment.FLEXIBLE)));
            case ILLNESS_ALERT ->
                List.of(head(names.of(surname), born(1958 + n % 20, n % 2 == 0))
                        .married(MaritalStatus.MARRIED)
                        .works(Employment.RETIRED)
                        .illnessAlert(20 + n * 7 % 330));
            case NOT_YET_KNOWN -> List.of(notYetKnown(surname, n));
        };
    }

    private List<Resident> singleParent(String surname, AssistanceCategory category) {
        List<Resident> family = new ArrayList<>();
        family.add(head(names.of(surname), born(1981 + home % 9, false))
                .is(category)
                .married(MaritalStatus.DIVORCED)
                .works(one(home, Employment.FLEXIBLE, Employment.EMPLOYED)));
        family.add(child(names.of(surname), born(2011 + home % 5, true)).is(category));
        if (secondChildren++ < SECOND_CHILDREN) {
            family.add(child(names.of(surname), born(2016 + home % 4, false)).is(category));
        }
        return family;
    }

    private List<Resident> disabledChild(String surname, AssistanceCategory dibao, int n) {
        Resident parent = head(names.of(surname), born(1947 + n % 10, n % 2 == 0))
                .married(MaritalStatus.WIDOWED)
                .works(Employment.RETIRED);
        return List.of(
                parent,
                child(names.of(surname), born(1974 + n % 14, n % 3 != 0))
                        .is(one(pointOfStreet, dibao, AssistanceCategory.MASS_ORGANISATION_AID))
                        .married(MaritalStatus.SINGLE)
                        .works(Employment.UNABLE)
                        .disabled(DISABILITIES.get(n % DISABILITIES.size()), 1 + n % 4)
                        .selfCare(one(n, SelfCare.PARTLY, SelfCare.NONE))
                        .guardian(parent.name()));
    }

    private List<Resident> grandparent(String surname, int n) {
        Resident grandparent = head(names.of(surname), born(1950 + n % 9, n % 3 == 0))
                .married(MaritalStatus.WIDOWED)
                .works(Employment.RETIRED);
        return List.of(
                grandparent,
                grandchild(names.of(surname), born(2012 + n % 6, n % 2 == 0))
                        .is(AssistanceCategory.CHILD_IN_NEED)
                        .guardian(grandparent.name()));
    }

    private List<Resident> lowPaid(String surname, int n) {
        AssistanceCategory category = one(n, AssistanceCategory.MARGINAL, AssistanceCategory.EXPENDITURE);
        return List.of(
                head(names.of(surname), born(1980 + n % 10, true))
                        .is(category)
                        .married(MaritalStatus.MARRIED)
                        .works(Employment.EMPLOYED)
                        .changed(ChangeKind.INCOME, 1 + n % 12),
                spouse(names.of(names.surname()), born(1982 + n % 10, false))
                        .is(category)
                        .works(Employment.SEEKING),
                child(names.of(surname), born(2013 + n % 6, n % 2 == 0)).is(category));
    }

    private Resident notYetKnown(String surname, int n) {
        Resident somebody = head(names.of(surname), born(1949 + n % 30, false))
                .is(one(pointOfStreet, AssistanceCategory.FOUND_BY_VISIT, AssistanceCategory.OTHER));
        return n % 4 == 0 ? somebody.withoutPapers() : somebody.married(MaritalStatus.NOT_STATED);
    }

    /** Eight digits of the birth date and three of the order, odd for a man, even for a woman; no two the same. */
    private String born(int year, boolean man) {
        int n = person++;
        return "%d%02d%02d%03d".formatted(year, 1 + n * 5 % 12, 1 + n * 11 % 28, 101 + 2 * n + (man ? 0 : 1));
    }

    @SafeVarargs
    private static <T> T one(int n, T... several) {
        return several[n % several.length];
    }
}
