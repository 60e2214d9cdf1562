package org.jiuzhu.assessment.process;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jiuzhu.assessment.Assessment;
import org.jiuzhu.assessment.HomeSurvey;
import org.jiuzhu.assessment.HouseholdAssessments;
import org.jiuzhu.assessment.Surveyors;
import org.jiuzhu.household.ChangeKind;
import org.jiuzhu.household.Households;
import org.jiuzhu.household.Member;
import org.jiuzhu.shared.Actor;
import org.jiuzhu.workflow.FormAnswers;
import org.jiuzhu.workflow.TaskContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

@Component
class ConductHomeSurveyTask extends AssessmentTask {

    private static final int ADULT = 18;

    private final Surveyors surveyors;
    private final Clock clock;

    ConductHomeSurveyTask(HouseholdAssessments assessments, Households households, Surveyors surveyors, Clock clock) {
        super(assessments, households);
        this.surveyors = surveyors;
        this.clock = clock;
    }

    @Override
    public String taskKey() {
        return "userTask_conductHomeSurvey";
    }

    @Override
    public boolean needsRecord() {
        return true;
    }

    @Override
    public Map<String, Object> prefill(TaskContext task) {
        Assessment assessment = assessment(task);
        List<Member> members = households.members(assessment.householdId());
        List<Member> together = members.stream().filter(Member::livesTogether).toList();
        Map<String, Object> data = new HashMap<>();
        data.put("householdSize", together.size());
        data.put("minors", together.stream().filter(this::isMinor).count());
        data.putAll(Prefill.known(assessment.surveyAnswers()));
        data.put("consultants", surveyors.options(assessment.place(), assessment.householdId()));
        data.put(
                "members",
                members.stream()
                        .map(member -> Map.of(
                                "value",
                                String.valueOf(member.person().id()),
                                "label",
                                member.person().name()))
                        .toList());
        return data;
    }

    private boolean isMinor(Member member) {
        Integer age = member.person().ageOn(LocalDate.now(clock));
        return age != null && age < ADULT;
    }

    @Override
    public Map<String, @Nullable Object> complete(TaskContext task, FormAnswers answers, Actor by) {
        boolean changed = !"NONE".equals(answers.text("recentChange"));
        assessments.survey(
                id(task),
                new HomeSurvey(
                        Objects.requireNonNull(answers.date("surveyedOn")),
                        answers.choices("surveyors"),
                        Objects.requireNonNull(answers.number("householdSize")).intValue(),
                        Objects.requireNonNull(answers.number("minors")).intValue(),
                        changed ? answers.choice("recentChange", ChangeKind.class) : null,
                        changed ? answers.date("recentChangeOn") : null,
                        answers.yes("safetyRisk"),
                        answers.values()));
        return Map.of();
    }
}
