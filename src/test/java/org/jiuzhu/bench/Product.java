package org.jiuzhu.bench;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.function.Supplier;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.jobexecutor.JobExecutor;
import org.camunda.bpm.spring.boot.starter.event.JobExecutorStartingEventListener;
import org.jiuzhu.JiuzhuApplication;
import org.jiuzhu.shared.DataScope;
import org.jiuzhu.shared.ProductClock;
import org.jiuzhu.shared.database.EmbeddedDatabase;
import org.jiuzhu.workflow.EngineClock;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.beans.factory.support.BeanDefinitionRegistry;
import org.springframework.boot.autoconfigure.flyway.FlywayConnectionDetails;
import org.springframework.boot.autoconfigure.jdbc.JdbcConnectionDetails;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/** The whole product, as shipped, on one of the bench's databases; its jobs run only when a step lets them. */
final class Product implements AutoCloseable {

    private static final List<String> SHIPPED =
            List.of("jiuzhu.mode=demo", "jiuzhu.database.embedded=false", "jiuzhu.seed=false", "server.port=0");

    private final ConfigurableApplicationContext context;

    Product(String url) {
        ApplicationContextInitializer<GenericApplicationContext> connection = start -> {
            start.registerBean(
                    "benchConnection", JdbcConnectionDetails.class, () -> new Login(EmbeddedDatabase.APP, url));
            start.registerBean(
                    "benchOwner", FlywayConnectionDetails.class, () -> new OwnerLogin(EmbeddedDatabase.OWNER, url));
            start.addBeanFactoryPostProcessor(Product::letJobsWait);
        };
        context = new SpringApplicationBuilder(JiuzhuApplication.class)
                .initializers(connection)
                .run(SHIPPED.stream().map(setting -> "--" + setting).toArray(String[]::new));
    }

    /** The executor is there but does not start by itself. */
    private static void letJobsWait(ConfigurableListableBeanFactory beans) {
        for (String listener : beans.getBeanNamesForType(JobExecutorStartingEventListener.class, true, false)) {
            ((BeanDefinitionRegistry) beans).removeBeanDefinition(listener);
        }
    }

    <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    JdbcTemplate jdbc() {
        return bean(JdbcTemplate.class);
    }

    String page(String path) {
        return "http://localhost:" + context.getEnvironment().getProperty("local.server.port") + path;
    }

    /** Does something in one transaction of the product's own. */
    <T> T system(Supplier<T> work) {
        return DataScope.system("bench")
                .call(() -> bean(TransactionTemplate.class).execute(status -> work.get()));
    }

    void stand(String local) {
        Instant moment = LocalDateTime.parse(local).atZone(ProductClock.ZONE).toInstant();
        bean(EngineClock.class).setOffset(Duration.between(Instant.now(), moment));
    }

    JobExecutor jobs() {
        return ((ProcessEngineConfigurationImpl) bean(ProcessEngine.class).getProcessEngineConfiguration())
                .getJobExecutor();
    }

    @Override
    public void close() {
        jobs().shutdown();
        context.close();
    }

    private record Login(String getUsername, String getJdbcUrl) implements JdbcConnectionDetails {

        @Override
        public String getPassword() {
            return "";
        }
    }

    private record OwnerLogin(String getUsername, String getJdbcUrl) implements FlywayConnectionDetails {

        @Override
        public String getPassword() {
            return "";
        }
    }
}
