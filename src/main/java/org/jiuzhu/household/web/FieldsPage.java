package org.jiuzhu.household.web;

import java.util.List;

/** What {@code household/fields.html} shows: what was known on a day, and all that was ever said, newest first. */
record FieldsPage(
        long personId, String name, String on, String onWords, List<PersonPage.FieldRow> then, List<Line> history) {

    record Line(String field, String value, String from, String by) {}
}
