/** Small words inside a family name: `van der Berg`, `de la Cruz`, `bin Salman`, `al-Farsi`. */
export const NAME_PARTICLES =
  'van von der den de del della di da das do dos du des la le las los el al ul ur bin bint ibn ben abu abd st zu zur ter ten ' +
  'te op aan af av y e o i mac mc san santa ap ab fitz oglu binti wa na';

/** Titles of address and degrees, no part of a name. */
export const HONORIFICS =
  'mr mrs ms miss mx dr prof professor sir dame lord lady rev hon eng ing dipl med herr frau hr fr mme mlle m sr sra srta dona ' +
  'dom bapak ibu pak bu gospodin phd md mba msc bsc ma ba mph jd esq cpa cfa cissp pmp dphil mphil pe frcs rn do jr ' +
  'ir drs mag llm llb dba edd г-н г-жа господин госпожа 先生 女士 博士';

/** Surnames a Chinese, Japanese (kanji) or Korean name begins with. */
export const HAN_SURNAMES =
  '王李张張刘劉陈陳杨楊赵趙黄黃周吴吳徐孙孫胡朱高林何郭马馬罗羅梁宋郑鄭谢謝韩韓唐冯馮于董萧蕭程曹袁邓鄧许許傅沈曾彭吕呂苏蘇卢盧蒋蔣' +
  '蔡贾賈丁魏薛叶葉阎余潘杜戴夏钟鍾汪田任姜范方石姚谭譚廖邹鄒熊金陆陸郝孔白崔康毛邱秦江史顾顧侯邵孟龙龍万萬段雷钱錢汤湯尹黎易常武乔喬贺賀赖賴龚龔文';

/** Common Japanese family names written in kanji. */
export const JAPANESE_SURNAMES =
  '佐藤 鈴木 高橋 田中 伊藤 渡辺 渡邊 山本 中村 小林 加藤 吉田 山田 佐々木 山口 松本 井上 木村 斎藤 清水 山崎 阿部 森 池田 橋本 石川 ' +
  '前田 藤田 後藤 岡田 長谷川 村上 近藤 石井 坂本 遠藤 青木 藤井 西村 福田 太田 三浦 藤原 岡本 松田 中川 中野 原田 小野 竹内';

/** Korean family names in Hangul. */
export const HANGUL_SURNAMES =
  '김이박최정강조윤장임한오서신권황안송류유홍전고문손양배백허남심노하곽성차주우구민진나지엄';

/** Common given names of many cultures: they tell a person where the family name is also an ordinary word. */
export const GIVEN_NAMES =
  'aaron abdul abigail adam adrian ahmed ahmad aisha akira alan albert alejandra alejandro alex alexander alexandra alexei ' +
  'ali alice alicia aline alina amanda amara amelia amina amir amy ana anastasia anders andre andrea andreas andrew andy ' +
  'angela anil anita anja ann anna anne annika anthony antoine anton antonio anya arjun arnaud arthur astrid aya ayesha ' +
  'barbara beatriz ben benjamin bernard beth bianca bill bjorn bob boris brenda brian bruno budi camila camille carla ' +
  'carlos carmen carol caroline catherine cecilia celine charles charlotte chen chiara chloe chris christian christina ' +
  'christine christopher claire clara claudia colin craig cristina daniel daniela dana daria david deborah denise dennis ' +
  'dewi diana diego diego dieter dimitri dmitri dmitry dominic donald dorothy doug douglas ebru edgar eduardo edward eko ' +
  'elaine elena eleanor elif elisa elizabeth ella ellen emily emma emre eric erik erika esther ethan eugene eva evelyn ' +
  'fatima felipe felix fernando fiona florence francesca francesco francis francois frank fred freya gabriel gabriela gareth ' +
  'gary george georg gina giorgio giovanni giulia gordon grace graham greg gunther gustavo hana hannah hans haruki hassan ' +
  'heather hector heidi helen helena henry hiroshi hugo hussein ian ibrahim igor ines ingrid irene iris irina isabel ' +
  'isabella ivan jack jacob jakub james jan jane janet jason javier jean jeff jennifer jenny jens jeremy jessica jim joan ' +
  'joanna joao joe joel johan johannes john jon jonas jonathan jordan jorge jose josef joseph joshua juan judith julia ' +
  'julian julie jun jurgen justin karen karin karl katarina kate katherine kathleen katja keith kelly ken kenji kenneth ' +
  'kevin khalid kim klaus kristina kumar lars laura lauren laurent lea leila lena leo leon leonardo li liam lisa liu louis ' +
  'louise luca lucas lucia lucy luis luisa lukas luke luna lydia magnus maja marc marcel marco marcus margaret maria marie ' +
  'marina mario mariana marion mark markus marta martha martin martina mary mateo matt matteo matthew matthias maximilian ' +
  'maya megan mei melanie melissa michael michel michelle miguel mikhail mina miriam mohamed mohammed monica monika ' +
  'muhammad murat nadia naomi natalia natalie natasha nathan neha neil nicholas nick nicola nicolas nikhil nina noah nora ' +
  'nour olaf oleg olga oliver olivia omar oscar otto pablo paolo patricia patrick paul paula pavel pedro peter petra phil ' +
  'philip philippe pierre piotr priya putri rachel rafael rahul raj rajesh ralf ramon rebecca renata ricardo richard rita ' +
  'robert roberto robin rodrigo roger roland roman rosa ross ruth ryan sabine sally salma sam samantha samir samuel sandra ' +
  'sanjay santiago sara sarah satoshi scott sean sebastian sergei sergey sergio shanti sharon shreya silvia simon sita siti ' +
  'sofia sonia sophie stefan stefanie stella stephanie stephen steve steven sunita susan susanne svetlana takeshi tamara ' +
  'tanya tara tatiana ted teresa terry theo theresa thomas tim timothy tina tobias tom tomas tony tracy tuan ulrich ursula ' +
  'vanessa vera veronica victor victoria vijay vincent viktor virginia vladimir walter wang wei wendy werner will william ' +
  'wolfgang xavier yan yasmin yolanda yuki yuri yusuf yves zainab zara zoe mustafa nguyen';

/** Texts that stand where nobody has been named yet. */
export const PLACEHOLDER_WORDS =
  'tbd tba tbc tbn todo fixme xxx xx placeholder vacant unassigned unknown undefined pending open unfilled nn n.n';

/** Texts that say on purpose that there is nobody. */
export const NOBODY_WORDS =
  'none nobody nil null n/a na n.a. not_applicable no_one noone keine keiner aucun aucune ninguno ninguna nenhum nenhuma tidak_ada нет 无 -';

/** Words a condition begins with: `above €50k`, `if the CFO is away`. */
export const CONDITION_OPENERS =
  'if when for only until unless above below over under except during after before within outside ab unter uber nur wenn ' +
  'falls si sauf seulement solo hasta apenas se hanya jika только если кроме 仅 如果 超过';

/** Words of a condition written beside a party: `Jane Doe (Tier 2)`, `VP Claims (acting)`. */
export const CONDITION_WORDS =
  'tier zone level phase stage interim acting temporary temporarily backup deputy delegate eu us uk emea apac region ' +
  'regional pilot prod production agentic advisory high-risk high low critical weekdays weekends nights as_needed optional ' +
  'conditional';

/** Words of an e-mail's local part that make it a shared address. */
export const SHARED_ADDRESS_WORDS =
  'team group info contact hello office admin help helpdesk desk service noreply no-reply reply dl list all everyone ' +
  'alerts oncall inbox mailbox enquiries inquiries feedback press jobs careers postmaster webmaster owners owner board ' +
  'committee council leads lead squad dept department notifications notify approvals requests reports shared';

/** Phrases that say somebody is still to be found, lower case without accents. */
export const PLACEHOLDER_PHRASES: readonly string[] = [
  'to be appointed',
  'to be confirmed',
  'to be named',
  'to be determined',
  'to be decided',
  'to be assigned',
  'to be defined',
  'to be hired',
  'to be nominated',
  'to be identified',
  'to be agreed',
  'to be completed',
  'to be filled',
  'not yet appointed',
  'not yet assigned',
  'not yet named',
  'not assigned',
  'not named',
  'name here',
  'your name',
  'insert name',
  'first last',
  'firstname lastname',
  'name surname',
  'wird benannt',
  'zu benennen',
  'noch offen',
  'noch zu klaren',
  'zu bestimmen',
  'a definir',
  'a nommer',
  'a designer',
  'a determiner',
  'por definir',
  'por confirmar',
  'por designar',
  'por asignar',
  'a designar',
  'a confirmar',
  'akan ditentukan',
  'belum ditentukan',
  'будет назначен',
  'не назначен',
  'не определен',
  'уточняется',
  '待定',
  '待确认',
  '待任命',
  '暂无',
  '未定',
];
