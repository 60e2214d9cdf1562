package org.jiuzhu.access;

import static org.springframework.security.config.Customizer.withDefaults;

import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;

/** Form login, and HTTP Basic for the API, with the users of the realm file: for demonstrations and tests. */
@Configuration(proxyBeanMethods = false)
@Profile("!keycloak")
class RealmFileLogin {

    /** A user of the realm file as Spring Security knows it. */
    static final class RealmUser extends User implements NamedUser {

        private static final long serialVersionUID = 1;

        private final String displayName;

        RealmUser(RealmFile.User user) {
            super(user.username(), "{noop}" + user.password(), authorities(user));
            this.displayName = user.displayName();
        }

        private static List<SimpleGrantedAuthority> authorities(RealmFile.User user) {
            return user.roles().stream()
                    .map(role -> new SimpleGrantedAuthority(CurrentActor.ROLE + role))
                    .toList();
        }

        @Override
        public String displayName() {
            return displayName;
        }
    }

    @Bean
    RealmFile realmFile() {
        return RealmFile.read(RealmFile.SHIPPED);
    }

    @Bean
    UserDetailsService realmUsers(RealmFile file) {
        return username -> file.user(username)
                .map(RealmUser::new)
                .orElseThrow(() -> new UsernameNotFoundException("Not in the realm file"));
    }

    @Bean
    LoginWay realmFileLoginWay() {
        return new LoginWay() {
            @Override
            public void forPages(HttpSecurity http) throws Exception {
                http.formLogin(form -> form.loginPage("/login").permitAll());
                http.logout(logout -> logout.logoutSuccessUrl("/login?logout").permitAll());
            }

            @Override
            public void forApi(HttpSecurity http) throws Exception {
                http.httpBasic(withDefaults());
            }

            @Override
            public String formTarget() {
                return "";
            }
        };
    }
}
