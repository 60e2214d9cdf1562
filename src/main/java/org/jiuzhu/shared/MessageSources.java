package org.jiuzhu.shared;

import java.io.IOException;
import java.util.Locale;
import java.util.Objects;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.support.ReloadableResourceBundleMessageSource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** Every module's {@code messages/<module>.properties} (Chinese) and {@code …_en.properties}. */
@Configuration(proxyBeanMethods = false)
class MessageSources {

    @Bean
    MessageSource messageSource() throws IOException {
        var messages = new ReloadableResourceBundleMessageSource();
        messages.setDefaultEncoding("UTF-8");
        messages.setFallbackToSystemLocale(false);
        messages.setDefaultLocale(Locale.SIMPLIFIED_CHINESE);
        messages.setUseCodeAsDefaultMessage(false);
        for (Resource file :
                new PathMatchingResourcePatternResolver().getResources("classpath*:messages/*.properties")) {
            String name = Objects.requireNonNull(file.getFilename()).replace(".properties", "");
            if (!name.endsWith("_en")) {
                messages.addBasenames("classpath:messages/" + name);
            }
        }
        return messages;
    }
}
