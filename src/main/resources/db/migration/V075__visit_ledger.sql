-- Who ever had a plan at a place: the first question of its ledger.
create index visit_step_point on visit_step (point_code, person_id);
create index visit_step_street on visit_step (street_code, person_id) where point_code is null;
