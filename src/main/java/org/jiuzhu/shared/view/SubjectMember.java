package org.jiuzhu.shared.view;

import org.jspecify.annotations.Nullable;

/**
 * @param about 男·52 岁·户主
 * @param tags 低保边缘·重病
 */
public record SubjectMember(
        String name, String about, @Nullable String tier, @Nullable String tags, @Nullable String href) {}
