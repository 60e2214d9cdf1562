package org.jiuzhu.demo.web;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** The demo clock on the login page. */
@ControllerAdvice
@ConditionalOnExpression("'${jiuzhu.mode}' != 'production'")
class LoginClock {

    private final ClockPanels panels;

    LoginClock(ClockPanels panels) {
        this.panels = panels;
    }

    @ModelAttribute("demoClock")
    @Nullable
    ClockPanel clock(HttpServletRequest request) {
        return "/login".equals(request.getServletPath()) ? panels.panel() : null;
    }
}
