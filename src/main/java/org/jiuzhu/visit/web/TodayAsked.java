package org.jiuzhu.visit.web;

import java.util.Arrays;
import java.util.Locale;
import org.jiuzhu.network.Place;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * What somebody wants to see of a point's day.
 *
 * @param named whether the point stands in the address, because the reader has several
 * @param from how many homes were shown before
 */
record TodayAsked(Place place, boolean named, Order order, Show show, int from) {

    static final String PATH = "/today";

    enum Order {
        ROUTE,
        DUE
    }

    enum Show {
        /** Late or due, with what lies on the way. */
        TODO,
        LATE,
        LATER,
        DONE
    }

    static <E extends Enum<E>> E read(String text, E otherwise) {
        return Arrays.stream(otherwise.getDeclaringClass().getEnumConstants())
                .filter(one -> one.name().equalsIgnoreCase(text))
                .findFirst()
                .orElse(otherwise);
    }

    /** Back to a page of the day and to no other address. */
    static String own(String back) {
        return back.matches(PATH + "([?][\\w=&]*)?") ? back : PATH;
    }

    /** The page as it is shown now, from its first home on. */
    String address() {
        return address(order, show, 0);
    }

    String with(Order other) {
        return address(other, show, 0);
    }

    String with(Show other) {
        return address(order, other, 0);
    }

    String after(int shown) {
        return address(order, show, shown);
    }

    private String address(Order by, Show which, int start) {
        UriComponentsBuilder address = UriComponentsBuilder.fromPath(PATH);
        if (named) {
            address.queryParam("point", place.orgCode());
        }
        if (by != Order.ROUTE) {
            address.queryParam("order", by.name().toLowerCase(Locale.ROOT));
        }
        if (which != Show.TODO) {
            address.queryParam("show", which.name().toLowerCase(Locale.ROOT));
        }
        if (start > 0) {
            address.queryParam("from", start);
        }
        return address.toUriString();
    }
}
