package org.jiuzhu.visit.web;

import org.jiuzhu.access.CurrentActor;
import org.jiuzhu.calendar.DueWords;
import org.jiuzhu.servicerecord.ServiceMode;
import org.jiuzhu.shared.Words;
import org.jiuzhu.visit.DoorStay;
import org.jiuzhu.visit.DoorStays;
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
    private final CurrentActor actors;
    private final DueWords days;
    private final Words words;

    StayController(DoorStays stays, CurrentActor actors, DueWords days, Words words) {
        this.stays = stays;
        this.actors = actors;
        this.days = days;
        this.words = words;
    }

    @PostMapping
    String in(
            @RequestParam long person,
            @RequestParam(defaultValue = TodayAsked.PATH) String back,
            RedirectAttributes next) {
        DoorStay stay = stays.checkIn(person, actors.get());
        next.addFlashAttribute("toast", words.say("visit.stay.checkedIn", days.at(stay.expectedAt())));
        return "redirect:" + QuickViews.address(person, ServiceMode.VISIT, TodayAsked.own(back));
    }

    @PostMapping("/out")
    String out(@RequestParam(defaultValue = TodayAsked.PATH) String back, RedirectAttributes next) {
        stays.checkOut(actors.get());
        next.addFlashAttribute("toast", words.say("visit.stay.checkedOut"));
        return "redirect:" + TodayAsked.own(back);
    }
}
