package org.jiuzhu.servicerecord.web;

import org.jspecify.annotations.Nullable;

/** The page around the form island; {@code draftUrl} is null where nothing is kept until it is saved. */
record NewRecordPage(
        String subject,
        String title,
        String intro,
        String submit,
        String back,
        String backWords,
        String schemaUrl,
        @Nullable String draftUrl,
        String submitUrl) {}
