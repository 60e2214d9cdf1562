package org.jiuzhu.servicerecord.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jiuzhu.shared.Actor;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/** The record's pages as one person's browser asks for them. */
final class Browsing {

    private final MockMvcTester pages;
    private final ObjectMapper json;
    private final Actor by;

    Browsing(MockMvcTester pages, ObjectMapper json, Actor by) {
        this.pages = pages;
        this.json = json;
        this.by = by;
    }

    MvcTestResult get(String url) {
        return pages.get().uri(url).with(login()).exchange();
    }

    /** What the form island posts. */
    MvcTestResult post(String url, Map<String, ?> answers) {
        return pages.post()
                .uri(url)
                .contentType(MediaType.APPLICATION_JSON)
                .accept(MediaType.APPLICATION_JSON)
                .content(bytes(answers))
                .with(login())
                .with(csrf())
                .exchange();
    }

    /** What the form island posts with pictures. */
    MvcTestResult post(String url, Map<String, ?> answers, MockMultipartFile... photos) {
        var request = pages.post()
                .multipart()
                .uri(url)
                .file(new MockMultipartFile("answers", "blob", MediaType.APPLICATION_JSON_VALUE, bytes(answers)));
        for (MockMultipartFile photo : photos) {
            request.file(photo);
        }
        return request.accept(MediaType.APPLICATION_JSON)
                .with(login())
                .with(csrf())
                .exchange();
    }

    /** What a page's own form posts. */
    MvcTestResult submit(String url, Map<String, String> fields) {
        var request = pages.post().uri(url).with(login()).with(csrf());
        fields.forEach(request::param);
        return request.exchange();
    }

    JsonNode json(MvcTestResult answer) {
        try {
            return json.readTree(answer.getResponse().getContentAsByteArray());
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** Field: what is said at it. */
    Map<String, String> said(MvcTestResult refused) {
        assertThat(refused).hasStatus(422);
        var said = new LinkedHashMap<String, String>();
        json(refused)
                .path("fields")
                .forEach(field -> said.put(
                        field.path("field").asText(), field.path("message").asText()));
        return said;
    }

    /** What a page says, without its markup. */
    static String text(MvcTestResult page) {
        try {
            return page.getResponse()
                    .getContentAsString()
                    .replaceAll("(?s)<head>.*?</head>|<svg.*?</svg>", "")
                    .replaceAll("<[^>]+>", "");
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private RequestPostProcessor login() {
        return user(by.username()).roles(by.roles().toArray(String[]::new));
    }

    private byte[] bytes(Map<String, ?> answers) {
        try {
            return json.writeValueAsBytes(answers);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
