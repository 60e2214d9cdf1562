package org.jiuzhu.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.jiuzhu.shared.database.EmbeddedDatabase;
import org.jiuzhu.support.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;

@ExtendWith(OutputCaptureExtension.class)
class HolidayTableTest {

    private JdbcTemplate jdbc;
    private HolidayTable holidays;

    @BeforeEach
    void migrate() {
        var database = new DriverManagerDataSource(TestDatabase.url(TestDatabase.create()), EmbeddedDatabase.OWNER, "");
        new ResourceDatabasePopulator(new ClassPathResource("db/migration/V003__calendar.sql")).execute(database);
        jdbc = new JdbcTemplate(database);
        holidays = new HolidayTable(jdbc);
    }

    @Test
    void theYear2026IsShippedCompletely() {
        var year = holidays.of(2026);
        assertThat(year.provisional()).isFalse();
        assertThat(year.off()).hasSize(33).contains(LocalDate.of(2026, 2, 23), LocalDate.of(2026, 10, 7));
        assertThat(year.work()).hasSize(6).contains(LocalDate.of(2026, 2, 28), LocalDate.of(2026, 10, 10));
    }

    @Test
    void aYearWithoutDataIsProvisionalAndWarnsOnce(CapturedOutput output) {
        assertThat(holidays.of(2031).provisional()).isTrue();
        holidays.reload();
        holidays.of(2031);
        assertThat(output.getOut()).containsOnlyOnce("The holidays of 2031 are not final");
    }

    @Test
    void aYearThatIsLoadedLaterHoldsFromTheReloadOn() {
        assertThat(holidays.of(2027).off()).doesNotContain(LocalDate.of(2027, 2, 8));
        jdbc.update("insert into calendar_year values (2027, false)");
        jdbc.update("insert into calendar_day values ('2027-02-08', 'OFF', '春节', 'Spring Festival')");
        assertThat(holidays.of(2027).provisional()).isTrue();
        holidays.reload();
        assertThat(holidays.of(2027).provisional()).isFalse();
        assertThat(holidays.of(2027).off()).containsExactly(LocalDate.of(2027, 2, 8));
    }
}
