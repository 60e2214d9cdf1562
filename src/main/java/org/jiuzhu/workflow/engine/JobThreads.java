package org.jiuzhu.workflow.engine;

import org.jiuzhu.shared.DataScope;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.task.TaskExecutor;
import org.springframework.scheduling.concurrent.ThreadPoolTaskExecutor;

/** Jobs run as the product itself, under a named scope. */
@Configuration(proxyBeanMethods = false)
class JobThreads {

    @Bean("camundaTaskExecutor")
    TaskExecutor camundaTaskExecutor() {
        ThreadPoolTaskExecutor threads = new ThreadPoolTaskExecutor();
        threads.setThreadNamePrefix("job-");
        threads.setCorePoolSize(2);
        threads.setMaxPoolSize(3);
        threads.setQueueCapacity(8);
        threads.setTaskDecorator(work -> () -> DataScope.system("job").run(work));
        return threads;
    }
}
