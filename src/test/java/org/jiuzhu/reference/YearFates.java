package org.jiuzhu.reference;

import java.util.ArrayList;
import java.util.List;
import org.jiuzhu.cadence.Contact.Outcome;
import org.jiuzhu.rules.VisitCadence.Channels;
import org.jiuzhu.servicerecord.ServiceMode;

/**
 * Who goes when, for which period of whom: by numbers that nobody chose, and that are the same in every run. About half
 * of the periods go well, the others in every way in which they can go wrong.
 */
final class YearFates {

    /** By which door of the product it is told. */
    enum Door {
        TASK,
        QUICK,
        RECORD
    }

    /** @param told on which day somebody writes it down */
    record Deed(long on, Door door, ServiceMode mode, Outcome outcome, long told) {}

    /** A period that somebody is to be visited in, as a work list shows it. */
    record Period(long person, long first, long next, long since, int count, Channels channels) {}

    private static final int SIDES = 25;
    private static final int LONGEST_DELAY = 12;

    private final Period period;
    private final List<Deed> deeds = new ArrayList<>();

    private YearFates(Period period) {
        this.period = period;
    }

    static List<Deed> of(Period period) {
        YearFates fates = new YearFates(period);
        fates.decide();
        return List.copyOf(fates.deeds);
    }

    static int dice(long person, long day, int what, int sides) {
        long mixed = person * 0x9E3779B97F4A7C15L + day * 0xC2B2AE3D27D4EB4FL + what * 0x165667B19E3779F9L;
        mixed = (mixed ^ (mixed >>> 30)) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
        return (int) Long.remainderUnsigned(mixed ^ (mixed >>> 31), sides);
    }

    private void decide() {
        switch (dice(0, SIDES)) {
            case 0 -> tell(someDay(1), Door.RECORD, counting(), Outcome.DONE);
            case 1 -> {
                long day = someDay(1);
                tell(day, Door.TASK, ServiceMode.VISIT, Outcome.NOT_HOME);
                tell(day + 1, Door.TASK, counting(), Outcome.DONE);
            }
            case 2 -> emptyHouses(2);
            case 3 -> emptyHouses(3);
            case 4 -> tell(someDay(1), Door.TASK, counting(), Outcome.REFUSED);
            case 5 -> {
                long day = someDay(1);
                tell(day, Door.QUICK, ServiceMode.VISIT, Outcome.REFUSED);
                tell(day + 1 + dice(4, 9), Door.QUICK, counting(), Outcome.DONE);
            }
            case 6 -> tell(someDay(1), Door.TASK, notCounting(), Outcome.DONE);
            case 7 -> {
                tell(someDay(1), Door.QUICK, notCounting(), Outcome.DONE);
                late();
            }
            case 8, 9 -> late();
            case 10 -> {
                long day = someDay(1);
                deeds.add(new Deed(day, Door.QUICK, counting(), Outcome.DONE, day + 1 + dice(5, 6)));
            }
            case 11, 12 -> {
                // Nobody thinks of it.
            }
            case 13, 14, 15 -> {
                for (int i = 0; i < period.count(); i++) {
                    tell(someDay(1 + i), Door.QUICK, counting(), Outcome.DONE);
                }
            }
            default -> {
                for (int i = 0; i < period.count(); i++) {
                    tell(someDay(1 + i), Door.TASK, counting(), Outcome.DONE);
                }
            }
        }
    }

    private void emptyHouses(int times) {
        long day = someDay(1);
        for (int i = 0; i < times; i++) {
            tell(day + i, Door.TASK, ServiceMode.VISIT, Outcome.NOT_HOME);
        }
    }

    private void late() {
        for (int i = 0; i < period.count(); i++) {
            long day = period.next() + dice(6 + i, LONGEST_DELAY);
            tell(day, i == 0 ? Door.QUICK : Door.TASK, counting(), Outcome.DONE);
        }
    }

    private void tell(long on, Door door, ServiceMode mode, Outcome outcome) {
        deeds.add(new Deed(on, door, mode, outcome, on));
    }

    private long someDay(int nth) {
        return period.since() + dice(10 + nth, (int) (period.next() - period.since()));
    }

    private ServiceMode counting() {
        ServiceMode[] modes =
                switch (period.channels()) {
                    case HOME -> new ServiceMode[] {ServiceMode.VISIT};
                    case HOME_PHONE -> new ServiceMode[] {ServiceMode.VISIT, ServiceMode.PHONE};
                    case HOME_PHONE_VIDEO, ANY ->
                        new ServiceMode[] {
                            ServiceMode.VISIT, ServiceMode.PHONE, ServiceMode.WECHAT, ServiceMode.BUILDING_VIDEO
                        };
                };
        return modes[dice(20, modes.length)];
    }

    /** Where every way counts, nobody goes. */
    private ServiceMode notCounting() {
        return switch (period.channels()) {
            case HOME -> ServiceMode.PHONE;
            case HOME_PHONE -> ServiceMode.WECHAT;
            case HOME_PHONE_VIDEO, ANY -> ServiceMode.RECEPTION;
        };
    }

    private int dice(int what, int sides) {
        return dice(period.person(), period.first(), (int) (period.next() - period.first()) * 100 + what, sides);
    }
}
