package org.jiuzhu.casefile;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import java.time.Instant;
import java.time.LocalDate;
import org.jiuzhu.network.Place;
import org.jiuzhu.shared.ForJpa;
import org.jiuzhu.shared.crypto.EncryptedText;
import org.jspecify.annotations.Nullable;

/** One request to a department's line about a need, and what it answered (SJ 四(四)). */
@Entity
public class LineCoordination {

    public enum Answer {
        AGREED,
        REFUSED
    }

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private long id;

    private long caseId;
    private long householdId;
    private long needId;

    @Column
    private String department;

    private @Nullable String departmentName;

    @Column
    private LocalDate askedOn;

    @Convert(converter = EncryptedText.class)
    private String request;

    @Enumerated(EnumType.STRING)
    private Answer answer;

    @Column
    private LocalDate answeredOn;

    @Convert(converter = EncryptedText.class)
    private String words;

    @Column
    private String writtenBy;

    @Column
    private Instant writtenAt;

    @Embedded
    private Place place;

    @ForJpa
    protected LineCoordination() {}

    LineCoordination(AssistanceCase of, long needId, Report report, String writtenBy, Instant writtenAt) {
        this.caseId = of.id();
        this.householdId = of.householdId();
        this.place = of.place();
        this.needId = needId;
        this.department = report.department();
        this.departmentName = report.departmentName();
        this.askedOn = report.askedOn();
        this.request = report.request();
        this.answer = report.answer();
        this.answeredOn = report.answeredOn();
        this.words = report.words();
        this.writtenBy = writtenBy;
        this.writtenAt = writtenAt;
    }

    public long needId() {
        return needId;
    }

    public Report report() {
        return new Report(department, departmentName, askedOn, request, answer, answeredOn, words);
    }

    public String writtenBy() {
        return writtenBy;
    }

    /**
     * @param department a code of the departments' list
     * @param departmentName its name, where the list does not have it
     * @param words what it will do; or why it refuses
     */
    public record Report(
            String department,
            @Nullable String departmentName,
            LocalDate askedOn,
            String request,
            Answer answer,
            LocalDate answeredOn,
            String words) {}
}
