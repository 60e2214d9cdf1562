package org.jiuzhu.shared.view;

/** A label and its value. */
public record Fact(String label, String value) {}
