package org.jiuzhu.calendar;

import java.time.LocalTime;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;

@Configuration(proxyBeanMethods = false)
class CalendarSettings {

    @Bean
    HolidayTable holidays(JdbcTemplate jdbc) {
        return new HolidayTable(jdbc);
    }

    /** Business hours are our assumption, so they are configuration: {@code jiuzhu.calendar.opens} and {@code closes}. */
    @Bean
    WorkCalendar workCalendar(
            Holidays holidays,
            @Value("${jiuzhu.calendar.opens:09:00}") String opens,
            @Value("${jiuzhu.calendar.closes:18:00}") String closes) {
        return new WorkCalendar(holidays, new BusinessHours(LocalTime.parse(opens), LocalTime.parse(closes)));
    }
}
