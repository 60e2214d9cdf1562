package org.jiuzhu.access;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.Locale;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpHeaders;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.i18n.CookieLocaleResolver;
import org.springframework.web.servlet.i18n.LocaleChangeInterceptor;

/** Chinese, or English where somebody chose it by {@code ?lang=en}; a cookie remembers. Programs say it themselves. */
@Configuration(proxyBeanMethods = false)
class LanguageConfig implements WebMvcConfigurer {

    private static final Duration REMEMBERED = Duration.ofDays(365);

    @Bean
    LocaleResolver localeResolver() {
        var resolver = new CookieLocaleResolver("lang");
        resolver.setDefaultLocaleFunction(LanguageConfig::usual);
        resolver.setRejectInvalidCookies(false);
        resolver.setCookieMaxAge(REMEMBERED);
        resolver.setCookieHttpOnly(true);
        resolver.setCookieSameSite("Lax");
        return resolver;
    }

    private static Locale usual(HttpServletRequest request) {
        String wanted = String.valueOf(request.getHeader(HttpHeaders.ACCEPT_LANGUAGE));
        boolean program = request.getRequestURI().startsWith(request.getContextPath() + "/api/");
        return program && wanted.startsWith("en") ? Locale.ENGLISH : Locale.SIMPLIFIED_CHINESE;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        var byParameter = new LocaleChangeInterceptor() {
            @Override
            protected Locale parseLocaleValue(String language) {
                return language.startsWith("en") ? Locale.ENGLISH : Locale.SIMPLIFIED_CHINESE;
            }
        };
        byParameter.setParamName("lang");
        registry.addInterceptor(byParameter);
    }
}
