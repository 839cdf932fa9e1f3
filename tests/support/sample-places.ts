/** The countries of a sample article, labelled by a reader who did not know what the bot finds. */
export interface SamplePlaces {
  readonly title: string;
  /** Countries in which the event happens, or whose authorities the article is about. */
  readonly countries: string;
  /** Countries that play a part. It is neither wrong to give them nor to leave them out. */
  readonly also: string;
}

/** Every article of data/samples, labelled by hand from headline and whole text. */
export const SAMPLE_PLACES: readonly SamplePlaces[] = [
  { title: 'King Charles III Crowned at Westminster Abbey', countries: 'GB', also: '' },
  {
    title: 'Titan Submersible Imploded, Killing All Five Aboard, Coast Guard Says',
    countries: 'US',
    also: 'CA FR GB',
  },
  { title: 'Fire Leaves Historic Lahaina in Ashes; 53 Dead on Maui', countries: 'US', also: '' },
  {
    title: 'Sea Gives Up Bodies in Derna as Libyans Search for Thousands',
    countries: 'LY',
    also: '',
  },
  {
    title: 'Mayday Call Averted Worse Toll in Baltimore Bridge Collapse',
    countries: 'US',
    also: '',
  },
  {
    title: 'Mexico Elects Claudia Sheinbaum, Its First Woman President',
    countries: 'MX',
    also: '',
  },
  {
    title: 'Microsoft Says 8.5 Million Devices Hit by Faulty CrowdStrike Update',
    countries: '',
    also: 'US',
  },
  {
    title: 'Powerful Quakes Level Cities on Both Sides of Turkish-Syrian Border',
    countries: 'TR SY',
    also: '',
  },
  {
    title: 'Erdogan Concedes Early Shortfalls as Quake Deaths Exceed 11,000',
    countries: 'TR SY',
    also: '',
  },
  {
    title: 'Underwater Noises Guide Search for Missing Titanic Submersible',
    countries: 'US',
    also: 'CA',
  },
  {
    title: 'All 379 Escape Burning Airliner After Tokyo Runway Collision',
    countries: 'JP',
    also: '',
  },
  { title: 'Six Missing After Cargo Ship Brings Down Baltimore Bridge', countries: 'US', also: '' },
  { title: 'Divers Recover Two Bodies from Baltimore Bridge Wreckage', countries: 'US', also: '' },
  {
    title: 'Syria’s New Rulers Name Caretaker Premier as Israel Widens Strikes',
    countries: 'SY IL',
    also: '',
  },
  {
    title: 'Regulators Close Silicon Valley Bank After Run on Deposits',
    countries: 'US',
    also: '',
  },
  {
    title: 'Inquiries Open into Loss of Titan as Questions Grow over Safety',
    countries: 'US CA',
    also: '',
  },
  {
    title: 'Morocco Accepts Aid from Four Nations as Hopes of Finding Survivors Fade',
    countries: 'MA',
    also: 'ES GB QA AE',
  },
  {
    title: 'Strong Earthquake Rocks Central Japan, Prompts Tsunami Warnings',
    countries: 'JP',
    also: '',
  },
  {
    title: 'Coast Guard Plane Had No Clearance for Runway, Haneda Transcript Suggests',
    countries: 'JP',
    also: '',
  },
  { title: 'Notre-Dame Opens Its Doors Five Years After the Fire', countries: 'FR', also: '' },
  {
    title: 'Thousands Killed as Twin Earthquakes Strike Turkey and Syria',
    countries: 'TR SY',
    also: '',
  },
  {
    title: 'Quake Toll Passes 20,000 as First U.N. Convoy Enters Northwest Syria',
    countries: 'TR SY',
    also: '',
  },
  { title: "India Lands Chandrayaan-3 Near the Moon's South Pole", countries: 'IN', also: '' },
  { title: 'Libya Fears 10,000 Missing After Dams Burst Above Derna', countries: 'LY', also: '' },
  { title: 'Paris Opens Summer Games with Boat Parade on the Seine', countries: 'FR', also: '' },
  { title: 'Floods Kill at Least 95 in Eastern Spain', countries: 'ES', also: '' },
  { title: 'Assad Flees Syria as Rebels Take Damascus', countries: 'SY', also: 'RU' },
  { title: "Turkey's Building Amnesties Under Fire After Earthquakes", countries: 'TR', also: '' },
  { title: 'Morocco Mourns as Earthquake Kills More Than 2,000', countries: 'MA', also: '' },
  { title: 'Climate Summit Agrees to Move Away from Fossil Fuels', countries: 'AE', also: '' },
  {
    title: "Crew's Drill Saves Hundreds in Haneda Fire; Five Die on Coast Guard Plane",
    countries: 'JP',
    also: '',
  },
  { title: 'ANC Needs Partners After Losing South African Majority', countries: 'ZA', also: '' },
  {
    title: "Volunteers Stream into Flooded Towns as Spain's Death Toll Tops 200",
    countries: 'ES',
    also: '',
  },
  {
    title: 'Depositors Made Whole as Washington Moves to Halt Bank Panic',
    countries: 'US',
    also: '',
  },
  {
    title: "West African Bloc Gives Niger's Junta One Week to Restore President",
    countries: 'NE',
    also: 'NG',
  },
  { title: 'Indian Rover Rolls onto Lunar Soil a Day After Landing', countries: 'IN', also: '' },
  { title: "Rescuers Race Against Time in Japan's Quake Zone; 48 Dead", countries: 'JP', also: '' },
  {
    title: 'Baltimore Port Shut as Bridge Falls, Threatening Car and Coal Trade',
    countries: 'US',
    also: '',
  },
  {
    title: 'Airlines, Hospitals and Banks Crippled as Windows PCs Crash Worldwide',
    countries: '',
    also: 'US AU',
  },
  { title: 'World Leaders Weigh a Syria Without Assad', countries: 'SY', also: 'US RU TR' },
  {
    title: "In Syria's Northwest, Quake Victims Wait for Help That Cannot Cross",
    countries: 'SY',
    also: 'TR',
  },
  { title: "Niger's Army Sides with Soldiers Who Ousted President", countries: 'NE', also: '' },
  {
    title: "Villages Flattened as 6.8-Magnitude Quake Hits Morocco's Mountains",
    countries: 'MA',
    also: '',
  },
  {
    title: 'Most Deaths in Libyan Flood Could Have Been Avoided, U.N. Agency Says',
    countries: 'LY',
    also: 'CH',
  },
  {
    title: "Peso Slides as Sheinbaum's Sweeping Win Unsettles Investors",
    countries: 'MX',
    also: '',
  },
  {
    title: "South Africa's ANC Falls to 40 Percent, Ending 30 Years of Outright Rule",
    countries: 'ZA',
    also: '',
  },
  {
    title: 'Start-Ups Scramble for Cash After Silicon Valley Bank Fails',
    countries: 'US',
    also: 'IL',
  },
  {
    title: 'Maui Blaze Becomes Deadliest U.S. Wildfire in a Century With 93 Dead',
    countries: 'US',
    also: '',
  },
  { title: 'India Cheers Historic Touchdown Close to Lunar South Pole', countries: 'IN', also: '' },
  { title: 'Dubai Climate Deal Names Oil and Gas for the First Time', countries: 'AE', also: '' },
  {
    title: 'Giant Crane Heads for Baltimore as U.S. Releases $60 Million for Bridge',
    countries: 'US',
    also: '',
  },
  {
    title: 'Faulty Software Update Grounds Flights and Halts Business Worldwide',
    countries: '',
    also: 'US AU',
  },
  { title: 'Rain, Music and Sabotage Mark a Day to Remember in Paris', countries: 'FR', also: '' },
];
