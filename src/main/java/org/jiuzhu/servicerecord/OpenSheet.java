package org.jiuzhu.servicerecord;

import java.util.Map;

/**
 * A sheet to fill in.
 *
 * @param schema the form as it is in the place, to be put into the reader's language
 * @param data what it shows before anybody writes, and the options that the server knows
 */
public record OpenSheet(String schema, Map<String, Object> data) {}
