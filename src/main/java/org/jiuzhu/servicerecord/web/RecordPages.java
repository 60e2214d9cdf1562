package org.jiuzhu.servicerecord.web;

import java.time.Clock;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.jiuzhu.access.CurrentActor;
import org.jiuzhu.servicerecord.Initiator;
import org.jiuzhu.servicerecord.ResidentTag;
import org.jiuzhu.servicerecord.ServiceItem;
import org.jiuzhu.servicerecord.ServiceMode;
import org.jiuzhu.servicerecord.ServiceRecord;
import org.jiuzhu.servicerecord.ServiceRecords;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** A service record to read and to print. */
@Controller
@RequestMapping("/records")
class RecordPages {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("uuuu / MM / dd");
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm");

    private final ServiceRecords records;
    private final CurrentActor actors;
    private final MessageSource messages;
    private final Clock clock;

    RecordPages(ServiceRecords records, CurrentActor actors, MessageSource messages, Clock clock) {
        this.records = records;
        this.actors = actors;
        this.messages = messages;
        this.clock = clock;
    }

    /** One version as the sheet shows it. */
    record Sheet(
            ServiceRecord record,
            SheetWords words,
            List<Long> pictures,
            String servedOn,
            String hours,
            String printed,
            List<ResidentTag> policyFind,
            List<ResidentTag> covered,
            List<ServiceMode> modes,
            List<ServiceItem.Group> groups,
            List<Initiator> initiators) {

        public boolean has(ResidentTag tag) {
            return record.sheet().tags().contains(tag);
        }

        public boolean has(ServiceItem item) {
            return record.sheet().items().contains(item);
        }
    }

    record Version(String href, String words, String byOn, boolean shown) {}

    record RecordPage(Sheet sheet, boolean mayCorrect, @Nullable Version newer, List<Version> versions) {}

    /** The version in force of a record, as the time line names it. */
    @GetMapping(params = "number")
    String current(@RequestParam String number) {
        return "redirect:/records/" + records.current(number).id();
    }

    @GetMapping("/{id}")
    String read(@PathVariable long id, Locale locale, Model model) {
        ServiceRecord record = records.get(id);
        List<ServiceRecord> versions = records.versions(record.number());
        var words = new SheetWords(messages, locale);
        model.addAttribute(
                "page",
                new RecordPage(
                        sheet(record, words),
                        record.isCurrent() && records.mayCorrect(record, actors.get()),
                        record.isCurrent() ? null : version(versions.get(0), record, words),
                        versions.stream().map(v -> version(v, record, words)).toList()));
        return "servicerecord/record";
    }

    /** The form as the notice has it: its words and order, whatever the reader's language. */
    @GetMapping("/{id}/sheet")
    String print(@PathVariable long id, Model model) {
        model.addAttribute("sheet", sheet(records.get(id), new SheetWords(messages, Locale.SIMPLIFIED_CHINESE)));
        return "servicerecord/sheet";
    }

    @GetMapping("/{id}/pictures/{picture}")
    ResponseEntity<byte[]> picture(@PathVariable long id, @PathVariable long picture) {
        if (!records.pictures(records.get(id)).contains(picture)) {
            return ResponseEntity.notFound().build();
        }
        return ResponseEntity.ok()
                .contentType(MediaType.IMAGE_JPEG)
                .cacheControl(CacheControl.noStore())
                .body(records.picture(picture));
    }

    private Sheet sheet(ServiceRecord record, SheetWords words) {
        return new Sheet(
                record,
                words,
                records.pictures(record),
                DAY.format(record.sheet().servedOn()),
                record.sheet().hours().stripTrailingZeros().toPlainString(),
                words.of(
                        "printed",
                        MINUTE.format(LocalDateTime.now(clock)),
                        actors.get().displayName()),
                ResidentTag.policyFind(),
                ResidentTag.covered(),
                List.of(ServiceMode.values()),
                List.of(ServiceItem.Group.values()),
                List.of(Initiator.values()));
    }

    private Version version(ServiceRecord version, ServiceRecord shown, SheetWords words) {
        LocalDateTime writtenAt = LocalDateTime.ofInstant(version.writtenAt(), clock.getZone());
        return new Version(
                "/records/" + version.id(),
                words.of("version", version.version()),
                words.of("byOn", version.authorName(), MINUTE.format(writtenAt)),
                version.id() == shown.id());
    }
}
