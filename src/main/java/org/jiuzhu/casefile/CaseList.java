package org.jiuzhu.casefile;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The cases in the reader's scope, newest first, a page at a time. */
@Component
@Transactional(readOnly = true)
public class CaseList {

    public static final int PAGE = 25;

    private final CaseRepository cases;

    CaseList(CaseRepository cases) {
        this.cases = cases;
    }

    public enum Which {
        OPEN,
        CLOSED,
        ALL
    }

    /** @param next where the next page begins; null on the last one */
    public record Page(List<AssistanceCase> cases, @Nullable Long next) {}

    /** @param after the last page's {@link Page#next()} */
    public Page page(Which which, @Nullable Long after) {
        long before = after == null ? Long.MAX_VALUE : after;
        Limit most = Limit.of(PAGE + 1);
        List<AssistanceCase> found =
                switch (which) {
                    case OPEN -> cases.findByClosedAtIsNullAndIdLessThanOrderByIdDesc(before, most);
                    case CLOSED -> cases.findByClosedAtIsNotNullAndIdLessThanOrderByIdDesc(before, most);
                    case ALL -> cases.findByIdLessThanOrderByIdDesc(before, most);
                };
        if (found.size() <= PAGE) {
            return new Page(found, null);
        }
        return new Page(found.subList(0, PAGE), found.get(PAGE - 1).id());
    }
}
