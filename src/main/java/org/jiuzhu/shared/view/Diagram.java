package org.jiuzhu.shared.view;

/** @param active element ids, comma separated, as are {@code done} */
public record Diagram(String xmlUrl, String active, String done) {}
