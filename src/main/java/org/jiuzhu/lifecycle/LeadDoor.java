package org.jiuzhu.lifecycle;

import org.jiuzhu.shared.Actor;
import org.jspecify.annotations.Nullable;

/** Takes what another stage cannot go on with as a lead; the stage that takes leads implements it. */
public interface LeadDoor {

    /**
     * @return the lead's number; the same reference again gives the same one
     */
    String take(Told told, Actor by);

    /**
     * What was told, as it was told.
     *
     * @param ref the reference under which it was told before
     * @param danger whether somebody's life or safety is in danger
     * @param orgCode whose it is while no committee is known
     */
    record Told(
            String ref,
            String story,
            boolean danger,
            boolean cannotWait,
            @Nullable String name,
            @Nullable String idNumber,
            @Nullable String phone,
            @Nullable String committeeCode,
            @Nullable String orgCode) {}
}
