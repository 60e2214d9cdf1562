package org.jiuzhu.access;

import org.springframework.security.config.annotation.web.builders.HttpSecurity;

/** How people and machines prove who they are: against the realm file, or against Keycloak. */
interface LoginWay {

    void forPages(HttpSecurity http) throws Exception;

    void forApi(HttpSecurity http) throws Exception;

    /** Where a form of ours may lead to, besides ourselves; empty for nowhere. */
    String formTarget();
}
