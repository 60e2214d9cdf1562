package org.jiuzhu.worklist.web;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.jiuzhu.access.CurrentActor;
import org.jiuzhu.audit.AuditKind;
import org.jiuzhu.audit.AuditLog;
import org.jiuzhu.shared.InvalidInput;
import org.jiuzhu.shared.Refusal;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.web.servlet.error.ErrorViewResolver;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.servlet.ModelAndView;

/**
 * Turns every failure into an answer: a problem in JSON for programs and islands, a page for people. What an exception
 * says stays in the log.
 */
@ControllerAdvice
@Order(Ordered.LOWEST_PRECEDENCE)
class Failures implements ErrorViewResolver {

    private static final Logger log = LoggerFactory.getLogger(Failures.class);
    private static final Set<Refusal.Kind> DENIALS = EnumSet.of(Refusal.Kind.NOT_FOUND, Refusal.Kind.FORBIDDEN);

    private final FailureWords words;
    private final AuditLog audit;
    private final CurrentActor currentActor;
    private final ShellAdvice frame;

    Failures(FailureWords words, AuditLog audit, CurrentActor currentActor, ShellAdvice frame) {
        this.words = words;
        this.audit = audit;
        this.currentActor = currentActor;
        this.frame = frame;
    }

    @ExceptionHandler
    Object refused(Refusal refusal, HttpServletRequest request) {
        if (DENIALS.contains(refusal.kind())) {
            audit.record(
                    AuditKind.DENIED,
                    currentActor.find().orElse(null),
                    "request",
                    request.getMethod() + " " + request.getRequestURI(),
                    refusal.messageKey());
        }
        return answer(words.of(refusal), request);
    }

    @ExceptionHandler
    Object invalid(InvalidInput invalid, HttpServletRequest request) {
        return answer(words.of(invalid), request);
    }

    /** Security answers these itself. */
    @ExceptionHandler({AccessDeniedException.class, AuthenticationException.class})
    void leaveToSecurity(RuntimeException denied) {
        throw denied;
    }

    /** The browser has gone away. */
    @ExceptionHandler
    void nobodyListens(AsyncRequestNotUsableException gone) {}

    @ExceptionHandler({HttpMessageNotReadableException.class, MethodArgumentTypeMismatchException.class})
    Object unreadable(HttpServletRequest request) {
        return answer(words.of(HttpStatus.BAD_REQUEST.value(), ""), request);
    }

    @ExceptionHandler
    Object unexpected(Exception failure, HttpServletRequest request) {
        if (failure instanceof ErrorResponse known && known.getStatusCode().is4xxClientError()) {
            return answer(words.of(known.getStatusCode().value(), ""), request);
        }
        String reference = FailureWords.reference();
        log.error("Failure {} at {} {}", reference, request.getMethod(), request.getRequestURI(), failure);
        return answer(words.of(HttpStatus.INTERNAL_SERVER_ERROR.value(), reference), request);
    }

    /** Failures outside the controllers, a filter's or the container's, as {@link FailureAttributes} says them. */
    @Override
    public ModelAndView resolveErrorView(HttpServletRequest request, HttpStatus status, Map<String, Object> model) {
        return page(
                new Failure(
                        status.value(),
                        String.valueOf(model.get("title")),
                        String.valueOf(model.get("detail")),
                        null,
                        null),
                request);
    }

    private Object answer(Failure failure, HttpServletRequest request) {
        HttpStatusCode status = HttpStatusCode.valueOf(failure.status());
        if (request.getHeader("HX-Request") != null) {
            return ResponseEntity.status(status)
                    .contentType(new MediaType(MediaType.TEXT_PLAIN, StandardCharsets.UTF_8))
                    .body(failure.title());
        }
        if (wantsJson(request)) {
            return ResponseEntity.status(status)
                    .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                    .body(failure);
        }
        return page(failure, request);
    }

    /** The frame of every page around it, unless the product itself has failed: then it asks nobody anything. */
    private ModelAndView page(Failure failure, HttpServletRequest request) {
        ModelAndView page = new ModelAndView("error", "failure", failure);
        page.setStatus(HttpStatusCode.valueOf(failure.status()));
        if (failure.status() < 500) {
            page.addObject("uiTheme", frame.theme(request));
            page.addObject("uiSize", frame.size(request));
            page.addObject("shell", frame.shell());
        }
        return page;
    }

    private static boolean wantsJson(HttpServletRequest request) {
        String accept = String.valueOf(request.getHeader("Accept"));
        String sent = String.valueOf(request.getContentType());
        return request.getRequestURI().startsWith(request.getContextPath() + "/api/")
                || sent.startsWith(MediaType.APPLICATION_JSON_VALUE)
                || accept.contains("json") && !accept.contains("html");
    }
}
