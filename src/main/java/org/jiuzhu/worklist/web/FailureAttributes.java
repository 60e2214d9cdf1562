package org.jiuzhu.worklist.web;

import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.web.error.ErrorAttributeOptions;
import org.springframework.boot.web.servlet.error.DefaultErrorAttributes;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.WebRequest;

/** What programs get for a failure outside the controllers: the same problem as everywhere. */
@Component
class FailureAttributes extends DefaultErrorAttributes {

    private static final Logger log = LoggerFactory.getLogger(FailureAttributes.class);

    private final FailureWords words;

    FailureAttributes(FailureWords words) {
        this.words = words;
    }

    @Override
    public Map<String, Object> getErrorAttributes(WebRequest request, ErrorAttributeOptions options) {
        Object status = request.getAttribute("jakarta.servlet.error.status_code", WebRequest.SCOPE_REQUEST);
        int code = status instanceof Integer known ? known : 500;
        String reference = code < 500 ? "" : FailureWords.reference();
        if (code >= 500) {
            log.error("Failure {} with status {}", reference, code, getError(request));
        }
        Failure failure = words.of(code, reference);
        return Map.of("status", failure.status(), "title", failure.title(), "detail", failure.detail());
    }
}
