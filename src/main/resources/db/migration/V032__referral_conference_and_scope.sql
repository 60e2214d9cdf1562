-- Which conference settled a referral, and why, is read there; the district's report of what is unplaced needs both.
alter table referral add column conference_id bigint;

-- Offers and services are read by whoever reads the referral; a professional point sees its own only.
alter table referral_offer enable row level security;
create policy scope on referral_offer using (exists (
  select 1 from referral r where r.id = referral_id
    and (jiuzhu_sees(r.district_code, r.street_code, r.point_code) or r.ngo_code = referral_offer.ngo_code)));
alter table referral_service enable row level security;
create policy scope on referral_service using (exists (
  select 1 from referral r where r.id = referral_id
    and (jiuzhu_sees(r.district_code, r.street_code, r.point_code) or r.ngo_code = referral_service.ngo_code)));
create index referral_service_referral on referral_service (referral_id);
