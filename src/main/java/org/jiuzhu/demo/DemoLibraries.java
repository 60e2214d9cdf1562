package org.jiuzhu.demo;

import static org.jiuzhu.demo.DemoNetwork.HANGXING;
import static org.jiuzhu.demo.DemoNetwork.PUHE;
import static org.jiuzhu.demo.DemoNetwork.SONGHE;
import static org.jiuzhu.demo.DemoNetwork.YUNFAN;
import static org.jiuzhu.demo.DemoNetwork.ZHIXING;
import static org.jiuzhu.resource.EntryKind.AIDS_RENTAL;
import static org.jiuzhu.resource.EntryKind.CHARITY_PROJECT;
import static org.jiuzhu.resource.EntryKind.CHARITY_SHOP;
import static org.jiuzhu.resource.EntryKind.GOODS;
import static org.jiuzhu.resource.EntryKind.PROFESSIONAL_PROJECT;
import static org.jiuzhu.resource.EntryKind.RELIEF_PROJECT;
import static org.jiuzhu.resource.EntryKind.SERVICE;
import static org.jiuzhu.resource.EntryKind.URGENT_FUND;
import static org.jiuzhu.resource.EntryKind.VOLUNTEERS;
import static org.jiuzhu.resource.Library.POLICY;
import static org.jiuzhu.resource.Library.PROJECT;
import static org.jiuzhu.resource.Library.RESOURCE;
import static org.jiuzhu.resource.PolicyDomain.BASIC_LIVING;
import static org.jiuzhu.resource.PolicyDomain.CHILDREN;
import static org.jiuzhu.resource.PolicyDomain.DISABILITY;
import static org.jiuzhu.resource.PolicyDomain.EDUCATION;
import static org.jiuzhu.resource.PolicyDomain.EMPLOYMENT;
import static org.jiuzhu.resource.PolicyDomain.HOUSING;
import static org.jiuzhu.resource.PolicyDomain.MEDICAL;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.jiuzhu.resource.EntryKind;
import org.jiuzhu.resource.Library;
import org.jiuzhu.resource.PolicyDomain;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * The three libraries of 样板区: made up, but for the names of the kinds of assistance that the law knows. Some entries
 * have expired and some are still to come. Also what the professional points offer.
 */
@Component
public class DemoLibraries {

    private static final String LAW = "上海市社会救助条例";
    private static final String MADE_UP = "样板区示例，纯属虚构";
    private static final String HOTLINE = "021-55551000";

    /** When an entry holds, seen from the first start. */
    private enum Term {
        OPEN(-12, null),
        THIS_YEAR(-8, 4),
        EXPIRED(-18, -1),
        COMING(2, 14);

        private final int fromMonths;
        private final @Nullable Integer toMonths;

        Term(int fromMonths, @Nullable Integer toMonths) {
            this.fromMonths = fromMonths;
            this.toMonths = toMonths;
        }
    }

    private record Seed(
            Library library,
            String code,
            PolicyDomain domain,
            @Nullable EntryKind kind,
            String name,
            String nameEn,
            String summary,
            String summaryEn,
            String source,
            @Nullable String street,
            Term term) {

        static Seed law(String code, PolicyDomain domain, String name, String nameEn) {
            return new Seed(
                    POLICY,
                    code,
                    domain,
                    null,
                    name,
                    nameEn,
                    "条件和标准以受理时的规定为准，由街镇审核确认。",
                    "Conditions and amounts are those in force on application; the street decides.",
                    LAW,
                    null,
                    Term.OPEN);
        }

        static Seed policy(
                String code,
                PolicyDomain domain,
                String name,
                String nameEn,
                String summary,
                String summaryEn,
                @Nullable String street,
                Term term) {
            return new Seed(POLICY, code, domain, null, name, nameEn, summary, summaryEn, MADE_UP, street, term);
        }

        static Seed resource(
                String code,
                PolicyDomain domain,
                EntryKind kind,
                String name,
                String nameEn,
                String street,
                Term term) {
            return new Seed(RESOURCE, code, domain, kind, name, nameEn, "", "", MADE_UP, street, term);
        }

        static Seed project(
                String code,
                PolicyDomain domain,
                EntryKind kind,
                String name,
                String nameEn,
                String summary,
                String summaryEn,
                @Nullable String street,
                Term term) {
            return new Seed(PROJECT, code, domain, kind, name, nameEn, summary, summaryEn, MADE_UP, street, term);
        }
    }

    private static final List<Seed> SEEDS = List.of(
            Seed.resource("ZY-0001", BASIC_LIVING, CHARITY_SHOP, "慈善超市", "Charity shop", SONGHE, Term.OPEN),
            Seed.resource(
                    "ZY-0002", DISABILITY, AIDS_RENTAL, "康复辅具租赁", "Rental of rehabilitation aids", SONGHE, Term.OPEN),
            Seed.resource("ZY-0003", BASIC_LIVING, VOLUNTEERS, "邻里安全守望", "Neighbour watch", SONGHE, Term.OPEN),
            Seed.resource(
                    "ZY-0004", BASIC_LIVING, URGENT_FUND, "临时遇困帮扶金", "Fund for sudden hardship", SONGHE, Term.OPEN),
            Seed.resource("ZY-0005", MEDICAL, SERVICE, "陪诊志愿服务", "Company to the hospital", SONGHE, Term.EXPIRED),
            Seed.resource("ZY-0006", BASIC_LIVING, CHARITY_SHOP, "云帆镇慈善超市", "Yunfan charity shop", YUNFAN, Term.OPEN),
            Seed.resource(
                    "ZY-0007", BASIC_LIVING, VOLUNTEERS, "云帆镇楼组长守望队", "Yunfan stairwell watch", YUNFAN, Term.OPEN),
            Seed.resource(
                    "ZY-0008", EDUCATION, VOLUNTEERS, "知行街道课后辅导班", "Zhixing after-school class", ZHIXING, Term.OPEN),
            Seed.resource(
                    "ZY-0009", DISABILITY, AIDS_RENTAL, "知行街道轮椅借用", "Zhixing wheelchair loan", ZHIXING, Term.OPEN),
            Seed.resource("ZY-0010", BASIC_LIVING, GOODS, "普和街道爱心衣橱", "Puhe clothes bank", PUHE, Term.OPEN),
            Seed.resource(
                    "ZY-0011",
                    BASIC_LIVING,
                    URGENT_FUND,
                    "普和街道临时遇困帮扶金",
                    "Puhe fund for sudden hardship",
                    PUHE,
                    Term.THIS_YEAR),
            Seed.resource("ZY-0012", HOUSING, VOLUNTEERS, "航星镇小修小补队", "Hangxing repair team", HANGXING, Term.OPEN),
            Seed.resource("ZY-0013", BASIC_LIVING, GOODS, "航星镇助老送餐", "Hangxing meals on wheels", HANGXING, Term.OPEN),
            Seed.resource("ZY-0014", EMPLOYMENT, SERVICE, "航星镇就业直通车", "Hangxing job express", HANGXING, Term.COMING),
            Seed.law("P-DIBAO", BASIC_LIVING, "最低生活保障", "Minimum living allowance"),
            Seed.law("P-TEMPORARY", BASIC_LIVING, "临时救助", "Temporary assistance"),
            Seed.law("P-MEDICAL", MEDICAL, "医疗救助", "Medical assistance"),
            Seed.law("P-EDUCATION", EDUCATION, "教育救助", "Education assistance"),
            Seed.law("P-HOUSING", HOUSING, "住房救助", "Housing assistance"),
            Seed.law("P-WORK", EMPLOYMENT, "就业救助", "Employment assistance"),
            Seed.policy(
                    "ZC-0001",
                    BASIC_LIVING,
                    "样板区冬季取暖补助",
                    "Model District winter heating grant",
                    "低保、特困家庭，每年冬季一次。",
                    "Once each winter, for households on the living allowance or in destitution.",
                    null,
                    Term.THIS_YEAR),
            Seed.policy(
                    "ZC-0002",
                    MEDICAL,
                    "样板区大病自费药帮扶",
                    "Model District help with drugs nobody reimburses",
                    "罹患重病、自费药负担重的家庭，凭票据申请。",
                    "For families with a serious illness and heavy costs of drugs; apply with the receipts.",
                    null,
                    Term.OPEN),
            Seed.policy(
                    "ZC-0003",
                    MEDICAL,
                    "样板区家庭病床减免（旧版）",
                    "Model District home bed reduction (former)",
                    "已由新办法代替，仅供查阅。",
                    "Replaced by a newer one; kept for looking up.",
                    null,
                    Term.EXPIRED),
            Seed.policy(
                    "ZC-0004",
                    EDUCATION,
                    "样板区助学书包",
                    "Model District school bag",
                    "困难家庭在读学生，开学前一个月申请。",
                    "For pupils of families in hardship; apply a month before school starts.",
                    null,
                    Term.THIS_YEAR),
            Seed.policy(
                    "ZC-0005",
                    HOUSING,
                    "样板区旧屋隐患整治补助",
                    "Model District grant for unsafe old homes",
                    "居住用房有安全隐患的困难家庭，先勘查后补助。",
                    "For families in hardship whose home is unsafe; inspected first.",
                    null,
                    Term.COMING),
            Seed.policy(
                    "ZC-0006",
                    EMPLOYMENT,
                    "样板区困难家庭毕业生就业包",
                    "Model District job package for graduates of families in hardship",
                    "困难家庭当年毕业的大学生，一人一策。",
                    "For this year's graduates of families in hardship, one plan each.",
                    null,
                    Term.THIS_YEAR),
            Seed.policy(
                    "ZC-0007",
                    DISABILITY,
                    "样板区残疾人照料补贴",
                    "Model District care allowance for people with disabilities",
                    "一、二级残疾、需要照料的居民。",
                    "For residents with a disability of grade 1 or 2 who need care.",
                    null,
                    Term.OPEN),
            Seed.policy(
                    "ZC-0008",
                    DISABILITY,
                    "样板区无障碍改造补助",
                    "Model District grant for barrier-free homes",
                    "肢体、视力残疾人家庭，扶手、坡道、闪光门铃。",
                    "For homes of people with a physical or visual disability: rails, ramps, flashing bells.",
                    null,
                    Term.EXPIRED),
            Seed.policy(
                    "ZC-0009",
                    CHILDREN,
                    "样板区困境儿童生活补贴",
                    "Model District allowance for children in difficulty",
                    "困境儿童和散居孤儿，按月发放。",
                    "For children in difficulty and orphans living with relatives, monthly.",
                    null,
                    Term.OPEN),
            Seed.policy(
                    "ZC-0010",
                    CHILDREN,
                    "普和街道儿童暑托费用减免",
                    "Puhe Street summer care for children, fee reduced",
                    "本街道困难家庭小学生。",
                    "For primary pupils of the street's families in hardship.",
                    PUHE,
                    Term.COMING),
            Seed.policy(
                    "ZC-0011",
                    BASIC_LIVING,
                    "云帆镇丧葬后事帮办",
                    "Yunfan Town help after a death",
                    "本镇特困人员身后事，由镇帮办。",
                    "For destitute residents of the town; the town takes care of it.",
                    YUNFAN,
                    Term.OPEN),
            Seed.project(
                    "XM-0001",
                    BASIC_LIVING,
                    RELIEF_PROJECT,
                    "样板区四季送温暖",
                    "Model District warmth in four seasons",
                    "每季入户慰问困难家庭一次。",
                    "A visit with a parcel each season.",
                    null,
                    Term.THIS_YEAR),
            Seed.project(
                    "XM-0002",
                    CHILDREN,
                    CHARITY_PROJECT,
                    "样板区一张书桌",
                    "Model District one desk each",
                    "为困难家庭儿童添置书桌和台灯。",
                    "A desk and a lamp for children of families in hardship.",
                    null,
                    Term.THIS_YEAR),
            Seed.project(
                    "XM-0003",
                    MEDICAL,
                    PROFESSIONAL_PROJECT,
                    "松鹤街道照护者喘息",
                    "Songhe respite for carers",
                    "专业社工上门替班，每户每月两次。",
                    "A social worker takes over at home, twice a month.",
                    SONGHE,
                    Term.THIS_YEAR),
            Seed.project(
                    "XM-0004",
                    BASIC_LIVING,
                    PROFESSIONAL_PROJECT,
                    "云帆镇独居老人安心铃",
                    "Yunfan bell for people living alone",
                    "一键呼叫，居委和社工接听。",
                    "One button calls the committee and a social worker.",
                    YUNFAN,
                    Term.OPEN),
            Seed.project(
                    "XM-0005",
                    EDUCATION,
                    CHARITY_PROJECT,
                    "知行街道伴读小组",
                    "Zhixing reading company",
                    "大学生志愿者每周伴读一次。",
                    "Student volunteers read with a child once a week.",
                    ZHIXING,
                    Term.OPEN),
            Seed.project(
                    "XM-0006",
                    BASIC_LIVING,
                    RELIEF_PROJECT,
                    "普和街道爱心早餐",
                    "Puhe warm breakfast",
                    "特殊关爱对象每日早餐一份。",
                    "A breakfast every day for people in special care.",
                    PUHE,
                    Term.EXPIRED),
            Seed.project(
                    "XM-0007",
                    DISABILITY,
                    PROFESSIONAL_PROJECT,
                    "普和街道社区康复课",
                    "Puhe community rehabilitation class",
                    "康复师每周一课，社工随访。",
                    "A therapist once a week, a social worker in between.",
                    PUHE,
                    Term.OPEN),
            Seed.project(
                    "XM-0008",
                    EMPLOYMENT,
                    PROFESSIONAL_PROJECT,
                    "航星镇微岗位",
                    "Hangxing small jobs",
                    "半天制岗位，先试后用。",
                    "Half-day jobs, tried before taken.",
                    HANGXING,
                    Term.COMING),
            Seed.project(
                    "XM-0009",
                    HOUSING,
                    RELIEF_PROJECT,
                    "航星镇暖屋行动",
                    "Hangxing warm homes",
                    "门窗修缮，优先独居老人。",
                    "Doors and windows repaired, people living alone first.",
                    HANGXING,
                    Term.OPEN));

    private final JdbcTemplate jdbc;

    DemoLibraries(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Seeds what is missing, for the streets that are there. */
    public void seed(LocalDate today) {
        SEEDS.forEach(seed -> write(seed, today));
        provider(
                DemoNetwork.QIMING,
                List.of(SONGHE, YUNFAN, PUHE),
                "SOCIAL_COMFORT",
                "SOCIAL_COUNSELLING",
                "SOCIAL_INCLUSION",
                "SOCIAL_FAMILY",
                "SOCIAL_STUDY",
                "WORK_JOB",
                "WORK_TRAINING",
                "WORK_GUIDANCE");
        provider(
                DemoNetwork.TONGXING,
                List.of(YUNFAN, SONGHE, ZHIXING, HANGXING),
                "LIVING_VISIT",
                "LIVING_CARE",
                "LIVING_MEALS",
                "LIVING_CLEANING",
                "LIVING_ESCORT",
                "LIVING_HOME_SAFETY",
                "SOCIAL_COUNSELLING",
                "WORK_JOB",
                "WORK_TRAINING");
        provider(
                DemoNetwork.XIANGQING,
                List.of(ZHIXING, PUHE, HANGXING),
                "SOCIAL_COMFORT",
                "SOCIAL_COUNSELLING",
                "SOCIAL_INCLUSION",
                "SOCIAL_FAMILY",
                "SOCIAL_STUDY",
                "WORK_JOB",
                "WORK_GUIDANCE");
        provider(
                DemoNetwork.CHANGBAN,
                List.of(PUHE, ZHIXING),
                "LIVING_VISIT",
                "LIVING_CARE",
                "LIVING_MEALS",
                "LIVING_ESCORT",
                "SOCIAL_COMFORT",
                "SOCIAL_COUNSELLING",
                "WORK_JOB");
    }

    private void write(Seed seed, LocalDate today) {
        Integer end = seed.term().toMonths;
        jdbc.update(
                """
                insert into library_entry (library, code, version, domain, kind, name, name_en, summary, summary_en,
                  contact, source, street_code, valid_from, valid_to, written_by, written_at)
                select ?, ?, 1, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'system', ?
                where cast(? as text) is null or exists (select 1 from org_unit where code = ?)
                on conflict do nothing
                """,
                seed.library().name(),
                seed.code(),
                seed.domain().name(),
                seed.kind() == null ? null : seed.kind().name(),
                seed.name(),
                seed.nameEn(),
                seed.summary(),
                seed.summaryEn(),
                HOTLINE,
                seed.source(),
                seed.street(),
                today.plusMonths(seed.term().fromMonths),
                end == null ? null : today.plusMonths(end),
                today.atStartOfDay().atOffset(ZoneOffset.ofHours(8)),
                seed.street(),
                seed.street());
    }

    /** @param streets the streets it serves, its own first */
    private void provider(String ngoCode, List<String> streets, String... needs) {
        jdbc.update(
                """
                insert into provider (ngo_code, need_codes, street_codes, home_street, capacity) values (?, ?, ?, ?, ?)
                on conflict do nothing
                """,
                ngoCode,
                needs,
                streets.toArray(String[]::new),
                streets.get(0),
                20);
    }
}
