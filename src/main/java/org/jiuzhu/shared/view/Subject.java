package org.jiuzhu.shared.view;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The person or household beside a task; the first member is the person concerned. */
public record Subject(
        boolean household,
        @Nullable String href,
        List<SubjectMember> members,
        List<Masked> contacts,
        List<Fact> facts) {}
