package org.jiuzhu.cadence;

import java.time.LocalDate;
import org.jiuzhu.rules.VisitCadence.Channels;
import org.jiuzhu.servicerecord.ServiceMode;

/** That somebody was visited, or that it was tried: what a window counts. */
public record Contact(LocalDate on, ServiceMode mode, Outcome outcome) {

    public enum Outcome {
        DONE,
        NOT_HOME,
        REFUSED
    }

    /** 视频连线 (SJ 三(一)) is 楼宇视频 or 微信 [A]. */
    public boolean isBy(Channels channels) {
        return switch (channels) {
            case HOME -> mode == ServiceMode.VISIT;
            case HOME_PHONE -> mode == ServiceMode.VISIT || mode == ServiceMode.PHONE;
            case HOME_PHONE_VIDEO ->
                switch (mode) {
                    case VISIT, PHONE, BUILDING_VIDEO, WECHAT -> true;
                    case RECEPTION, OTHER -> false;
                };
            case ANY -> true;
        };
    }
}
