package org.jiuzhu.household;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the decision {@code visit-tier} asks about somebody on a day, under the names of its inputs; null means unknown.
 */
public record PersonFacts(
        boolean active,
        boolean recipient,
        boolean hardship,
        boolean dibaoOrMarginal,
        boolean destitute,
        boolean recentMajorChange,
        @Nullable Boolean centralSupport,
        @Nullable Boolean aged70,
        boolean inDatabase,
        @Nullable Boolean seriouslyIllOrDisabled,
        @Nullable String extraTier,
        boolean illnessAlert,
        boolean specialCare) {

    /** Inputs by name; the mode is the profile's and not here. */
    public Map<String, @Nullable Object> inputs() {
        var inputs = new HashMap<String, @Nullable Object>();
        inputs.put("active", active);
        inputs.put("recipient", recipient);
        inputs.put("hardship", hardship);
        inputs.put("dibaoOrMarginal", dibaoOrMarginal);
        inputs.put("destitute", destitute);
        inputs.put("recentMajorChange", recentMajorChange);
        inputs.put("centralSupport", centralSupport);
        inputs.put("aged70", aged70);
        inputs.put("inDatabase", inDatabase);
        inputs.put("seriouslyIllOrDisabled", seriouslyIllOrDisabled);
        inputs.put("extraTier", extraTier);
        inputs.put("illnessAlert", illnessAlert);
        inputs.put("specialCare", specialCare);
        return inputs;
    }
}
