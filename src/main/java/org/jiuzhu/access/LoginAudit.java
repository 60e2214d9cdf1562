package org.jiuzhu.access;

import org.jiuzhu.audit.AuditKind;
import org.jiuzhu.audit.AuditLog;
import org.jiuzhu.shared.Actor;
import org.springframework.context.event.EventListener;
import org.springframework.security.authentication.event.AbstractAuthenticationFailureEvent;
import org.springframework.security.authentication.event.InteractiveAuthenticationSuccessEvent;
import org.springframework.security.authentication.event.LogoutSuccessEvent;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Component;

/** Puts logins and logouts on record. What was typed into a failed login is not: people type passwords there. */
@Component
class LoginAudit {

    private final AuditLog audit;

    LoginAudit(AuditLog audit) {
        this.audit = audit;
    }

    @EventListener
    void on(InteractiveAuthenticationSuccessEvent event) {
        record(AuditKind.SIGNED_IN, event.getAuthentication());
    }

    @EventListener
    void on(LogoutSuccessEvent event) {
        record(AuditKind.SIGNED_OUT, event.getAuthentication());
    }

    @EventListener
    void on(AbstractAuthenticationFailureEvent event) {
        audit.record(
                AuditKind.SIGN_IN_FAILED,
                null,
                "account",
                "unknown",
                event.getException().getClass().getSimpleName());
    }

    private void record(AuditKind kind, Authentication login) {
        audit.record(kind, Actor.machine(login.getName()), "account", login.getName(), null);
    }
}
