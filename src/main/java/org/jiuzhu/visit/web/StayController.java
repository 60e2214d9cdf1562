package org.jiuzhu.visit.web;

import org.jiuzhu.access.AccessScope;
import org.jiuzhu.access.CurrentActor;
import org.jiuzhu.calendar.DueWords;
import org.jiuzhu.doorstay.DoorStay;
import org.jiuzhu.doorstay.DoorStays;
import org.jiuzhu.servicerecord.ServiceMode;
import org.jiuzhu.shared.Actor;
import org.jiuzhu.shared.Words;
import org.jiuzhu.visit.EntrustedVisits;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Checking in before a door and out behind it. */
@Controller
@RequestMapping(TodayAsked.PATH + "/stay")
class StayController {

    private final DoorStays stays;
    private final EntrustedVisits entrusting;
    private final CurrentActor actors;
    private final DueWords days;
    private final Words words;

    StayController(DoorStays stays, EntrustedVisits entrusting, CurrentActor actors, DueWords days, Words words) {
        this.stays = stays;
        this.entrusting = entrusting;
        this.actors = actors;
        this.days = days;
        this.words = words;
    }

    @PostMapping
    String in(
            @RequestParam long person,
            @RequestParam(defaultValue = TodayAsked.PATH) String back,
            RedirectAttributes next) {
        Actor actor = actors.get();
        boolean entrusted = AccessScope.of(actor).seesNoResidents();
        DoorStay stay = entrusted ? entrusting.checkIn(person, actor) : stays.checkIn(person, actor);
        next.addFlashAttribute("toast", words.say("doorstay.checkedIn", days.at(stay.expectedAt())));
        String day = TodayAsked.own(back);
        return "redirect:" + (entrusted ? day : QuickViews.address(person, ServiceMode.VISIT, day));
    }

    @PostMapping("/out")
    String out(@RequestParam(defaultValue = TodayAsked.PATH) String back, RedirectAttributes next) {
        stays.checkOut(actors.get());
        next.addFlashAttribute("toast", words.say("doorstay.checkedOut"));
        return "redirect:" + TodayAsked.own(back);
    }
}
