package org.jiuzhu.servicerecord.web;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import org.jiuzhu.servicerecord.ChosenFile;
import org.jiuzhu.servicerecord.Picture;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.multipart.MultipartHttpServletRequest;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.util.WebUtils;

/** What the form island sends: JSON, or with pictures the JSON as part {@code answers} and files as {@code photos}. */
record PostedSheet(Map<String, @Nullable Object> answers, List<Picture> pictures) {

    private static final TypeReference<Map<String, @Nullable Object>> ANSWERS = new TypeReference<>() {};

    /**
     * @throws org.jiuzhu.shared.InvalidInput for pictures that cannot be kept
     * @throws ResponseStatusException 400 for what no island sends
     */
    static PostedSheet read(HttpServletRequest request, ObjectMapper json) {
        var parts = WebUtils.getNativeRequest(request, MultipartHttpServletRequest.class);
        try {
            if (parts == null) {
                return new PostedSheet(answers(request.getInputStream(), json), List.of());
            }
            MultipartFile answers = parts.getFile("answers");
            if (answers == null) {
                throw new ResponseStatusException(HttpStatus.BAD_REQUEST);
            }
            List<ChosenFile> photos =
                    parts.getFiles("photos").stream().map(PostedSheet::chosen).toList();
            return new PostedSheet(answers(answers.getInputStream(), json), Picture.of(photos));
        } catch (IOException unreadable) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST, null, unreadable);
        }
    }

    private static Map<String, @Nullable Object> answers(InputStream sent, ObjectMapper json) throws IOException {
        return json.readValue(sent, ANSWERS);
    }

    private static ChosenFile chosen(MultipartFile file) {
        String name = file.getOriginalFilename();
        return new ChosenFile(name == null ? "" : name, file.getSize(), () -> {
            try {
                return file.getBytes();
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            }
        });
    }
}
