package org.jiuzhu.bench;

import java.util.Map;
import org.jiuzhu.shared.Actor;
import org.jiuzhu.shared.Urgency;
import org.jiuzhu.workflow.FormAnswers;
import org.jiuzhu.workflow.TaskContext;
import org.jiuzhu.workflow.TaskHandler;
import org.jiuzhu.workflow.TaskSubject;
import org.springframework.boot.autoconfigure.condition.ConditionalOnResource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.type.AnnotatedTypeMetadata;

/** A visit of the agreed shape, where the product has none of its own yet. */
@Configuration(proxyBeanMethods = false)
@Conditional(ProvisionalVisit.Missing.class)
@ConditionalOnResource(resources = ProvisionalVisit.MODEL)
class ProvisionalVisit {

    static final String MODEL = "classpath:bench/visit.bpmn";

    static class Missing implements Condition {

        @Override
        public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
            return !context.getResourceLoader()
                    .getResource("classpath:processes/visit/visit.bpmn")
                    .exists();
        }
    }

    @Bean
    TaskHandler conductVisit() {
        return new Task("userTask_conductVisit");
    }

    @Bean
    TaskHandler explainMissedVisit() {
        return new Task("userTask_explainMissedVisit");
    }

    private record Task(String taskKey) implements TaskHandler {

        @Override
        public TaskSubject subject(TaskContext task) {
            String point = task.stringVar("orgCode");
            return new TaskSubject(
                    String.valueOf(task.businessKey()),
                    null,
                    task.longVar("personId"),
                    null,
                    null,
                    point.substring(0, 6),
                    point.substring(0, 9),
                    point,
                    null,
                    Urgency.NORMAL);
        }

        @Override
        public Map<String, Object> complete(TaskContext task, FormAnswers answers, Actor by) {
            return Map.of();
        }
    }
}
