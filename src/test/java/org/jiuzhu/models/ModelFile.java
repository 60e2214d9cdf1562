package org.jiuzhu.models;

/** A file {@code processes/<module>/<id>.<kind>} or {@code forms/<module>/<id>.form}. */
interface ModelFile {

    String path();

    /** What the file says that it is. */
    String id();

    default String module() {
        return path().split("/")[1];
    }

    default String fileName() {
        String name = path().substring(path().lastIndexOf('/') + 1);
        return name.substring(0, name.lastIndexOf('.'));
    }
}
