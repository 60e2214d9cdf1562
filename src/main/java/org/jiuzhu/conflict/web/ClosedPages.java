package org.jiuzhu.conflict.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.stream.Stream;
import org.jiuzhu.access.CurrentActor;
import org.jiuzhu.conflict.Spots;
import org.jiuzhu.shared.DataScope;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Refuses what is opened by its address about somebody's own relatives; tasks are refused by their desk. */
@Component
class ClosedPages implements HandlerInterceptor, WebMvcConfigurer {

    private static final String API = "/api/v1";

    private final Spots spots;
    private final CurrentActor actors;

    ClosedPages(Spots spots, CurrentActor actors) {
        this.spots = spots;
        this.actors = actors;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this);
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (!DataScope.current().closed().isNothing()) {
            String page = page(request);
            if (!page.equals("tasks")) {
                spots.check(page, names(request), actors.get());
            }
        }
        return true;
    }

    private static String page(HttpServletRequest request) {
        String path = request.getRequestURI().substring(request.getContextPath().length());
        String inside = path.startsWith(API) ? path.substring(API.length()) : path;
        String[] parts = inside.split("/", 3);
        return parts.length < 2 ? "" : parts[1];
    }

    private static Stream<String> names(HttpServletRequest request) {
        Object variables = request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE);
        Stream<String> inPath =
                variables instanceof Map<?, ?> named ? named.values().stream().map(String::valueOf) : Stream.empty();
        String number = request.getParameter("number");
        return number == null ? inPath : Stream.concat(inPath, Stream.of(number));
    }
}
