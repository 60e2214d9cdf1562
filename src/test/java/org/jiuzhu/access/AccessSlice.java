package org.jiuzhu.access;

import java.util.Map;
import java.util.Optional;
import org.jiuzhu.shared.Actor;
import org.jiuzhu.shared.DataScope;
import org.jiuzhu.shared.JiuzhuProperties;
import org.jiuzhu.shared.KeycloakProperties;
import org.jiuzhu.support.TestDatabase;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.context.TypeExcludeFilter;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.ComponentScan.Filter;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.annotation.Import;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Login, audit and the floor below them, with a register of three and one page that tells who asks. */
@Configuration(proxyBeanMethods = false)
@TestComponent
@EnableAutoConfiguration
@EnableConfigurationProperties({JiuzhuProperties.class, KeycloakProperties.class})
@Import(TestDatabase.Connection.class)
@ComponentScan(
        basePackages = {"org.jiuzhu.access", "org.jiuzhu.audit", "org.jiuzhu.shared"},
        excludeFilters = @Filter(type = FilterType.CUSTOM, classes = TypeExcludeFilter.class))
class AccessSlice {

    private static final Map<String, ActorPlace> REGISTER = Map.of(
            "he.yanlian", new ActorPlace("何演练", "999901005001", "鹤鸣居委", true),
            "pan.yangben", new ActorPlace("潘样本", "999901005002", "竹溪居委", false),
            "shao.moni", new ActorPlace("邵模拟", "52999999MJ0000018Y", "启明社工服务中心", true));

    @Bean
    ActorDirectory register() {
        return username -> Optional.ofNullable(REGISTER.get(username));
    }

    @Bean
    Relatives nobodysRelatives() {
        return username -> DataScope.Closed.NOTHING;
    }

    record Seen(Actor actor, Where scope) {}

    record Where(DataScope.Level level, String code) {}

    @RestController
    @TestComponent
    static class Probe {

        private final CurrentActor actors;

        Probe(CurrentActor actors) {
            this.actors = actors;
        }

        @GetMapping({"/probe", "/api/probe"})
        Seen who() {
            DataScope scope = DataScope.current();
            return new Seen(actors.get(), new Where(scope.level(), scope.code()));
        }

        @GetMapping("/probe/form")
        String form(CsrfToken token) {
            return "<input name=\"%s\" value=\"%s\">".formatted(token.getParameterName(), token.getToken());
        }

        @PostMapping({"/probe", "/api/probe"})
        Seen write() {
            return who();
        }
    }
}
