package org.jiuzhu.assessment;

import jakarta.persistence.Embeddable;
import java.util.stream.Stream;

/** 0 none, 1 watch, 2 difficulty, 3 urgent [A], per dimension of SJ 四(二). */
@Embeddable
public record RiskScores(
        int economyRisk,
        int healthRisk,
        int educationRisk,
        int housingRisk,
        int employmentRisk,
        int participationRisk) {

    public RiskScores {
        if (Stream.of(economyRisk, healthRisk, educationRisk, housingRisk, employmentRisk, participationRisk)
                .anyMatch(risk -> risk < 0 || risk > 3)) {
            throw new IllegalArgumentException("A risk is 0 to 3");
        }
    }

    public int of(RiskDimension dimension) {
        return switch (dimension) {
            case ECONOMY -> economyRisk;
            case HEALTH -> healthRisk;
            case EDUCATION -> educationRisk;
            case HOUSING -> housingRisk;
            case EMPLOYMENT -> employmentRisk;
            case PARTICIPATION -> participationRisk;
        };
    }

    public int highest() {
        return Stream.of(RiskDimension.values()).mapToInt(this::of).max().orElse(0);
    }
}
