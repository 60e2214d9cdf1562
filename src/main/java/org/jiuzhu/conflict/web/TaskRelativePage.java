package org.jiuzhu.conflict.web;

import java.util.List;
import java.util.Map;
import org.jiuzhu.conflict.Kinship;
import org.jiuzhu.conflict.TaskResidents.Resident;
import org.jspecify.annotations.Nullable;

/** What {@code conflict/task.html} shows: whose relative I am, and what that does to the task. */
record TaskRelativePage(
        String taskId,
        String task,
        String number,
        List<Resident> residents,
        @Nullable String person,
        @Nullable String relation,
        List<Kinship> kinships,
        Map<String, String> problems) {}
