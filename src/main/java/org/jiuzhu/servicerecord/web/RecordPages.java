package org.jiuzhu.servicerecord.web;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.jiuzhu.access.CurrentActor;
import org.jiuzhu.servicerecord.RecordMove;
import org.jiuzhu.servicerecord.RecordMoves;
import org.jiuzhu.servicerecord.ServiceCatalogues;
import org.jiuzhu.servicerecord.ServiceRecord;
import org.jiuzhu.servicerecord.ServiceRecords;
import org.jiuzhu.shared.Actor;
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

/** A service record to read and to print, and the empty sheet to take along. */
@Controller
@RequestMapping("/records")
class RecordPages {

    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm");

    private final ServiceRecords records;
    private final RecordMoves moves;
    private final ServiceCatalogues catalogues;
    private final CurrentActor actors;
    private final MessageSource messages;
    private final Clock clock;

    RecordPages(
            ServiceRecords records,
            RecordMoves moves,
            ServiceCatalogues catalogues,
            CurrentActor actors,
            MessageSource messages,
            Clock clock) {
        this.records = records;
        this.moves = moves;
        this.catalogues = catalogues;
        this.actors = actors;
        this.messages = messages;
        this.clock = clock;
    }

    /** @param why of a correction or a move */
    record Version(String href, String words, String byOn, @Nullable String why, boolean shown) {}

    record Moved(String words, String byOn, String why) {}

    record RecordPage(
            long id,
            String foot,
            SheetView sheet,
            List<Long> pictures,
            List<String> hints,
            boolean mayCorrect,
            boolean mayMove,
            @Nullable Version newer,
            List<Version> versions,
            List<Moved> moves) {}

    record PrintPage(SheetView sheet, String name, @Nullable String foot, @Nullable String printed) {}

    /** The version in force of a record, as the time line names it. */
    @GetMapping(params = "number")
    String current(@RequestParam String number) {
        return "redirect:/records/" + records.current(number).id();
    }

    @GetMapping("/{id}")
    String read(@PathVariable long id, Locale locale, Model model) {
        Actor reader = actors.get();
        ServiceRecord record = records.read(id, reader);
        List<ServiceRecord> versions = records.versions(record.number());
        var words = new SheetWords(messages, locale);
        boolean inForce = record.isCurrent() && !record.withdrawn();
        model.addAttribute(
                "page",
                new RecordPage(
                        id,
                        foot(record, words),
                        sheet(record, words),
                        records.pictures(record),
                        hints(record, words),
                        inForce && records.mayCorrect(record, reader),
                        inForce && moves.mayMove(record, reader),
                        record.isCurrent() ? null : version(versions.get(0), record, words),
                        versions.stream().map(v -> version(v, record, words)).toList(),
                        moves.of(record.number()).stream()
                                .map(move -> moved(move, words))
                                .toList()));
        return "servicerecord/record";
    }

    private static List<String> hints(ServiceRecord record, SheetWords words) {
        return record.withdrawn()
                ? List.of(words.of("withdrawn"))
                : record.sheet().hints().stream()
                        .map(hint -> words.of("hint." + hint))
                        .toList();
    }

    /** The form as the notice has it: its words and order, whatever the reader's language. */
    @GetMapping("/{id}/sheet")
    String print(@PathVariable long id, Model model) {
        ServiceRecord record = records.read(id, actors.get());
        var words = new SheetWords(messages, Locale.SIMPLIFIED_CHINESE);
        String printed =
                words.of("printed", minute(clock.instant()), actors.get().displayName());
        model.addAttribute("page", new PrintPage(sheet(record, words), record.number(), foot(record, words), printed));
        return "servicerecord/sheet";
    }

    /** The sheet to write on by hand, where there is no connection. */
    @GetMapping("/blank")
    String blank(Model model) {
        var words = new SheetWords(messages, Locale.SIMPLIFIED_CHINESE);
        SheetView sheet = SheetView.empty(catalogues.of(actors.get()), words);
        model.addAttribute("page", new PrintPage(sheet, "", null, null));
        return "servicerecord/sheet";
    }

    @GetMapping("/{id}/pictures/{picture}")
    ResponseEntity<byte[]> picture(@PathVariable long id, @PathVariable long picture) {
        return ResponseEntity.ok()
                .contentType(MediaType.IMAGE_JPEG)
                .cacheControl(CacheControl.noStore())
                .body(records.picture(id, picture, actors.get()).jpeg());
    }

    private SheetView sheet(ServiceRecord record, SheetWords words) {
        return SheetView.of(record.sheet(), records.pictures(record).size(), catalogues.of(record.sheet()), words);
    }

    private static String foot(ServiceRecord record, SheetWords words) {
        return words.of("foot", record.number(), record.version());
    }

    private Version version(ServiceRecord version, ServiceRecord shown, SheetWords words) {
        return new Version(
                "/records/" + version.id(),
                words.of("version", version.version()) + (version.withdrawn() ? words.of("withdrawnMark") : ""),
                words.of("byOn", version.authorName(), minute(version.writtenAt())),
                version.reason(),
                version.id() == shown.id());
    }

    private Moved moved(RecordMove move, SheetWords words) {
        return new Moved(
                words.of("move.done"), words.of("byOn", move.movedByName(), minute(move.movedAt())), move.reason());
    }

    private String minute(Instant at) {
        return MINUTE.format(LocalDateTime.ofInstant(at, clock.getZone()));
    }
}
