package org.jiuzhu.rules;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Which organisations a referral may be offered to, best first (decision {@code referral-routing}). */
@Component
public class ReferralRouting {

    /**
     * What is known about an organisation and a referral.
     *
     * @param declined whether it declined this referral before, silence included
     * @param consentCovers whether the household agreed that it is told
     */
    public record Provider(
            String code,
            String name,
            boolean coversNeed,
            boolean coversArea,
            boolean hasCapacity,
            boolean declined,
            boolean consentCovers,
            boolean sameStreet,
            int openReferrals) {

        private Map<String, Object> facts() {
            return Map.of(
                    "coversNeed", coversNeed,
                    "coversArea", coversArea,
                    "hasCapacity", hasCapacity,
                    "declined", declined,
                    "consentCovers", consentCovers);
        }
    }

    private static final Comparator<Provider> BEST_FIRST = Comparator.comparing((Provider p) -> !p.sameStreet())
            .thenComparing(Provider::openReferrals)
            .thenComparing(Provider::name);

    private final Rules rules;

    ReferralRouting(Rules rules) {
        this.rules = rules;
    }

    /** Those that may be asked: same street first, then fewest open referrals, then name. */
    public List<Provider> rank(String orgCode, List<Provider> providers) {
        return providers.stream()
                .filter(provider -> rulings(orgCode, provider).stream().anyMatch(ruling -> ruling.flag("offer")))
                .sorted(BEST_FIRST)
                .toList();
    }

    /** Why an organisation may not be asked: message keys {@code rules.referral.reason.<reason>}; empty if it may. */
    public List<String> reasonsAgainst(String orgCode, Provider provider) {
        return rulings(orgCode, provider).stream()
                .filter(ruling -> !ruling.flag("offer"))
                .map(ruling -> ruling.text("reason"))
                .toList();
    }

    private List<Ruling> rulings(String orgCode, Provider provider) {
        return rules.some("referral-routing", orgCode, provider.facts());
    }
}
