package org.jiuzhu.resource;

/** Kinds of resources (R20) and of projects (PT(十八)). */
public enum EntryKind {
    CHARITY_SHOP(Library.RESOURCE),
    AIDS_RENTAL(Library.RESOURCE),
    VOLUNTEERS(Library.RESOURCE),
    URGENT_FUND(Library.RESOURCE),
    GOODS(Library.RESOURCE),
    SERVICE(Library.RESOURCE),
    RELIEF_PROJECT(Library.PROJECT),
    PROFESSIONAL_PROJECT(Library.PROJECT),
    CHARITY_PROJECT(Library.PROJECT);

    private final Library library;

    EntryKind(Library library) {
        this.library = library;
    }

    Library library() {
        return library;
    }
}
